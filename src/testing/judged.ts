import { expect, it } from 'vitest'
import { type Verdict, verdictOf } from '../narrate/verdict.ts'
import { frameAt, type Input, type Settings } from '../sim/index.ts'
import { CALM, run } from '../sim/testing/run.ts'

/** The verdict at a time of a run (at its end when none is given), in which messages take 700 ms. */
export function judged(
  settings: Partial<Settings>,
  inputs: readonly Input[],
  atMs = Number.POSITIVE_INFINITY,
): Verdict {
  const trace = run({ ...CALM, ...settings }, inputs)
  const { state, eventCount } = frameAt(trace, atMs)
  return verdictOf(state, trace.events.slice(0, eventCount))
}

/** What holds, the verdict, and what is expected of it; without a rerun's label there must be none. */
export type Case = [string, Verdict, Verdict['tone'], headline: string, reason: RegExp, rerun?: string]

/** One test for each case. */
export function expectVerdicts(cases: readonly Case[]): void {
  it.each(cases)('%s', (_, verdict, tone, headline, reason, rerun = undefined) => {
    expect(verdict).toMatchObject({ tone, headline })
    expect(verdict.reason).toMatch(reason)
    expect(verdict.rerun?.label).toBe(rerun)
    expect(verdict.moment !== null).toBe(tone === 'lost')
    expect(verdict.doubleCharged).toBe(/^Charged (twice|\d+ times), meant/.test(headline))
  })
}
