import { remember, remembered } from './remembered.ts'

/** Keeps which chapter one is at over a reload. */
export function rememberChapter(number: number): void {
  remember('chapter', number)
}

/** The chapter one was at before a reload; the first of so many where there is none. */
export function rememberedChapter(of: number): number {
  const chapter = remembered('chapter')
  return typeof chapter === 'number' && Number.isInteger(chapter) && chapter >= 0 && chapter < of
    ? chapter
    : 0
}
