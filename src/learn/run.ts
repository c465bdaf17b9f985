import { DEFAULT_SETTINGS, type Input, type Session, type Settings } from '../sim/index.ts'

/** A run that shows what the prose says, and what it ends with: held by src/learn/runs.test.ts. */
export interface Run {
  /** What is not set has its default. */
  readonly settings: Partial<Settings>
  readonly inputs: readonly Input[]
  readonly ends: {
    /** How often each payment was charged, in the order they were opened. */
    readonly charges: readonly number[]
    /** What the client believes of each. */
    readonly beliefs: readonly ('waiting' | 'unknown' | 'paid' | 'failed')[]
    /** The statuses of the answers the bank sent, in order; a lost one as well. */
    readonly answers?: readonly number[]
  }
}

/** Presses of Pay at these virtual milliseconds. */
export function pay(...times: readonly number[]): Input[] {
  return times.map(at => ({ at, type: 'pay' }))
}

/** The session of a run, every setting named. */
export function sessionOf({ settings, inputs }: Pick<Run, 'settings' | 'inputs'>): Session {
  return { settings: { ...DEFAULT_SETTINGS, ...settings }, inputs }
}
