import type { Session } from '../sim/index.ts'

/** A session and where one was in it. */
export interface Moment {
  readonly session: Session
  readonly timeMs: number
  readonly watchedMs: number
}

/** What Undo and Redo lead to. */
export interface History {
  readonly past: readonly Moment[]
  readonly future: readonly Moment[]
}

export const EMPTY_HISTORY: History = { past: [], future: [] }

/** Older moments than these are forgotten. */
const DEPTH = 100

/** A new session replaces the present one, which Undo then leads back to. */
export function remember(history: History, present: Moment): History {
  return { past: [...history.past, present].slice(-DEPTH), future: [] }
}

/** One step back: the moment to go to and the history from there; null when there is none. */
export function goBack(history: History, present: Moment): [Moment, History] | null {
  const moment = history.past.at(-1)
  if (!moment) return null
  return [moment, { past: history.past.slice(0, -1), future: [present, ...history.future] }]
}

export function goForward(history: History, present: Moment): [Moment, History] | null {
  const [moment, ...future] = history.future
  if (!moment) return null
  return [moment, { past: [...history.past, present], future }]
}
