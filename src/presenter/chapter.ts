import type { Session } from '../sim/index.ts'

/** A part of a talk: a run with its question before and its lesson afterwards. */
export interface Chapter {
  readonly title: string
  /** Asked on the title card; without one there is no card. */
  readonly question: string | null
  /** Said at the last stop, as long as nobody has pressed anything else; it gives the outcome away. */
  readonly notice: string | null
  /** What is played. */
  readonly session: Session
}
