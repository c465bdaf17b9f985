/**
 * The chapter one is at stands in the entry of the browser's history: the start button of a remote control sends F5,
 * and a talk must not begin anew with it. In the address it would be one more thing that a link says.
 */
export function rememberChapter(number: number): void {
  try {
    window.history.replaceState({ ...window.history.state, chapter: number }, '')
  } catch {
    // A frame without a proper address, or too many changes: a reload begins anew.
  }
}

/** The chapter one was at before a reload; the first of so many where there is none. */
export function rememberedChapter(of: number): number {
  const chapter: unknown = window.history.state?.chapter
  return typeof chapter === 'number' && Number.isInteger(chapter) && chapter >= 0 && chapter < of
    ? chapter
    : 0
}
