/**
 * What a reload must not lose, and no link shall say, stands in the entry of the browser's history: the chapter of a talk,
 * for the start button of a remote control sends F5, and what has been chosen of a frame.
 */
export function remember(name: 'chapter' | 'choices', value: unknown): void {
  try {
    window.history.replaceState({ ...window.history.state, [name]: value }, '')
  } catch {
    // A frame without a proper address, or too many changes: a reload begins anew.
  }
}

/** What was remembered by this name; undefined where nothing was. It may be of another version of the page. */
export function remembered(name: 'chapter' | 'choices'): unknown {
  return window.history.state?.[name]
}
