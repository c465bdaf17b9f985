import type { Frame, Session, Trace } from '../sim/index.ts'
import type { History } from './history.ts'

/** `idle`: nothing more will happen without an input. */
export type Status = 'idle' | 'running' | 'paused'

export interface Notice {
  readonly id: number
  readonly tone: 'plain' | 'unsure' | 'lost'
  readonly text: string
  /** Offers Undo beside it. */
  readonly undo: boolean
}

/** What React shows. It changes when something happens, not with every animation frame. */
export interface SimulatorState {
  readonly session: Session
  readonly trace: Trace
  /** The playhead's moment, as of the last happening. */
  readonly frame: Frame
  /** How far has been watched, in virtual milliseconds; nothing beyond is given away. */
  readonly watchedMs: number
  readonly status: Status
  /** Told to play, though at the end it may stand. */
  readonly playing: boolean
  readonly speed: number
  readonly history: History
  readonly notices: readonly Notice[]
  readonly caption: string | null
  /** What is to be said beside what happens; a new object each time. */
  readonly announcement: { readonly text: string } | null
}
