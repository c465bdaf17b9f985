import type { ChapterEntry } from '../learn/chapters.ts'

/** The chapters of the single file. */
export const CHAPTERS: readonly ChapterEntry[] = []
