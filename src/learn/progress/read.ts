import type { Answers, Progress, QuizAnswer, Sureness, Tried } from './progress.ts'

/** The progress of somebody who has done nothing yet. */
export const NOTHING: Progress = { tried: {}, challenges: {}, quiz: {} }

/** What the page itself keeps is far below: what is above is somebody else's. */
const LIMITS = { entries: 200, letters: 4000 }

/**
 * Progress out of what storage holds, which may be of another version of the page, or of somebody's making: what is not
 * as it should be is left out, and the rest kept.
 */
export function progressFrom(found: unknown): Progress {
  if (!isRecord(found)) return NOTHING
  return {
    tried: each(found.tried, triedFrom),
    challenges: each(found.challenges, textFrom),
    quiz: each(found.quiz, quizFrom),
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The entries that can be read. */
function each<T>(found: unknown, read: (value: unknown) => T | null): Record<string, T> {
  if (!isRecord(found)) return {}
  const entries = Object.entries(found).slice(0, LIMITS.entries)
  return Object.fromEntries(
    entries.flatMap(([name, value]): [string, T][] => {
      const entry = textFrom(name) === null ? null : read(value)
      return entry === null ? [] : [[name, entry]]
    }),
  )
}

function textFrom(value: unknown): string | null {
  return typeof value === 'string' && value.length <= LIMITS.letters ? value : null
}

function surenessFrom(value: unknown): Sureness | null {
  return value === 'guess' || value === 'rather' || value === 'certain' ? value : null
}

function answersFrom(value: unknown): Answers | null {
  return isRecord(value) ? each(value, textFrom) : null
}

function triedFrom(value: unknown): Tried | null {
  if (!isRecord(value)) return null
  const happened = answersFrom(value.happened)
  if (!happened || Object.keys(happened).length === 0) return null
  const title = textFrom(value.title)
  return {
    ...(title !== null && { title }),
    predicted: answersFrom(value.predicted),
    sure: surenessFrom(value.sure),
    seen: answersFrom(value.seen),
    happened,
  }
}

function quizFrom(value: unknown): QuizAnswer | null {
  if (!isRecord(value)) return null
  const answer = textFrom(value.answer)
  return answer === null ? null : { answer, sure: surenessFrom(value.sure) }
}
