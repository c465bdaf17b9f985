import type { Choice } from '../choice.ts'
import type { Settings } from '../scenario.ts'
import { Recorder } from '../trace/recorder.ts'
import type { Trace } from '../trace/trace.ts'

/** A choice that was made, and when. Without a time it comes {@link PACE_MS} after the one before. */
export interface Recorded {
  readonly choice: Choice
  readonly at?: number
}

/** Virtual milliseconds between choices that were recorded without a time. */
export const PACE_MS = 400

/**
 * Makes recorded choices again, one after the other.
 *
 * @throws Error naming the first choice that may not happen when its turn comes, or that lies before the one before
 */
export function replayChoices(settings: Settings, recorded: readonly Recorded[]): Trace {
  const recorder = new Recorder(settings)
  let now = 0
  recorded.forEach(({ choice, at }, index) => {
    const turn = at ?? (index === 0 ? 0 : now + PACE_MS)
    if (turn < now) throw refusal(index, choice, `${turn} ms, before the last one at ${now} ms`)
    if (!recorder.take(turn, choice)) throw refusal(index, choice, `${turn} ms`)
    now = turn
  })
  return recorder.finish()
}

function refusal(index: number, choice: Choice, when: string): Error {
  return new Error(`Choice ${index} (${JSON.stringify(choice)}) may not happen at ${when}.`)
}
