import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Input } from '../session.ts'
import { input, session } from '../testing/arbitraries.ts'
import { itHolds } from '../testing/property.ts'
import { CALM, eventsOf, pays, run, timesOf } from '../testing/run.ts'
import { traceHash } from '../trace/hash.ts'
import { replayChoices } from './recorded.ts'
import { simulate } from './timed.ts'

describe('a timed run', () => {
  itHolds(
    'is the same for the same session',
    { seed: 141, runs: 200 },
    fc.property(session, drawn => {
      const trace = simulate(drawn)
      const again = simulate(structuredClone(drawn))
      expect(again).toEqual(trace)
      expect(traceHash(again.events)).toBe(traceHash(trace.events))
    }),
  )

  itHolds(
    'is, up to an input and all that happens at its time, what it was without the input',
    { seed: 142, runs: 300 },
    fc.property(session, input, ({ settings, inputs }, more) => {
      const before = simulate({ settings, inputs }).events.filter(event => event.at <= more.at)
      const put = inputs.filter(({ at }) => at <= more.at).length
      const extended = simulate({ settings, inputs: inputs.toSpliced(put, 0, more) })
      expect(extended.events.slice(0, before.length)).toEqual(before)
      for (const event of extended.events.slice(before.length)) {
        expect(event.at).toBeGreaterThanOrEqual(more.at)
      }
    }),
  )

  itHolds(
    'replays from its recorded choices to equal events, times, causes, states and flights',
    { seed: 143, runs: 300 },
    fc.property(session, drawn => {
      const timed = simulate(drawn)
      const recorded = JSON.parse(JSON.stringify(timed.steps.map(({ choice, at }) => ({ choice, at }))))
      const replayed = replayChoices(drawn.settings, recorded)
      expect(replayed).toEqual(timed)
      expect(traceHash(replayed.events)).toBe(traceHash(timed.events))
    }),
  )

  itHolds(
    'leaves nothing under way at its end',
    { seed: 144, runs: 100 },
    fc.property(session, drawn => {
      const { steps, opening } = simulate(drawn)
      const { wires, inbox, workers } = steps.at(-1)?.state ?? opening
      expect([wires, inbox, workers]).toEqual([[], [], [null, null]])
    }),
  )

  it('lets an input follow everything that happens at its time', () => {
    const trace = run(CALM, pays(0, 1800))
    // The answer arrives at 1800 too, and it comes first: the press finds the payment paid.
    expect(timesOf(trace, 'payment.paid')).toEqual([1800])
    expect(eventsOf(trace, 'attempt.sent')).toHaveLength(1)
  })

  it('takes inputs of one time in their order', () => {
    const inputs: Input[] = [
      { at: 0, type: 'pay', amount: 1 },
      { at: 0, type: 'newPayment' },
      { at: 0, type: 'pay', amount: 2 },
    ]
    expect(
      run(CALM, inputs)
        .steps.map(step => step.choice.kind)
        .slice(0, 3),
    ).toEqual(['pay', 'newPayment', 'pay'])
  })

  it('passes over what means nothing at the moment', () => {
    const trace = run(CALM, [{ at: 0, type: 'newPayment' }, ...pays(1000)])
    expect(eventsOf(trace, 'payment.opened')).toHaveLength(1)
    expect(trace.steps[0]?.at).toBe(1000)
  })

  it('is over at once when nothing was pressed', () => {
    expect(run(CALM, [])).toMatchObject({ steps: [], events: [], flights: [], endMs: 0 })
  })

  it('counts the time-out first when the answer comes at the same moment', () => {
    const trace = run({ ...CALM, timeout: 1800 }, pays(0))
    expect(trace.events.slice(-4).map(event => [event.at, event.kind])).toEqual([
      [1800, 'attempt.timedOut'],
      [1800, 'payment.unknown'],
      [1800, 'response.delivered'],
      [1800, 'payment.paid'],
    ])
  })
})
