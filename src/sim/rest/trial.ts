import type { Reply } from './request.ts'
import { isSame, type Resources, STARTS, type Start } from './resources.ts'
import { type SampleId, sampleOf } from './samples.ts'
import { serve } from './serve.ts'

/** How often a request may be sent in one go. */
export const TIMES = { min: 1, max: 10 } as const

/** A request sent n times, and what became of it. */
export interface Trial {
  readonly sample: SampleId
  readonly start: Start
  readonly times: number
  readonly before: Resources
  readonly afterOne: Resources
  readonly afterAll: Resources
  readonly replies: readonly Reply[]
}

/** Sends a sample n times, one after another, and then what the sample sends last. */
export function tryTimes(sample: SampleId, start: Start, times: number): Trial {
  const { request, lastly } = sampleOf(sample)
  const requests = [...Array.from({ length: times }, () => request), ...(lastly ? [lastly] : [])]
  const before = STARTS[start]
  const states = [before]
  const replies: Reply[] = []
  for (const each of requests) {
    const { state, reply } = serve(states.at(-1) ?? before, each)
    states.push(state)
    replies.push(reply)
  }
  const afterOne = states[1] ?? before
  return { sample, start, times, before, afterOne, afterAll: states.at(-1) ?? before, replies }
}

/** What a run shows of a request: it changed nothing; once; or more than once. */
export type Effect = 'none' | 'once' | 'again'

/** What a run shows. A run says it of itself; the method promises it of every run. */
export function effectOf({ before, afterOne, afterAll }: Trial): Effect {
  if (!isSame(afterOne, afterAll)) return 'again'
  return isSame(before, afterOne) ? 'none' : 'once'
}
