import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { KeyPolicy } from '../client/key-policy.ts'
import { simulate } from '../drivers/timed.ts'
import { SCENARIO, type Settings } from '../scenario.ts'
import type { Input } from '../session.ts'
import { presses, settings } from '../testing/arbitraries.ts'
import { itHolds } from '../testing/property.ts'
import { CALM, eventsOf, flightOf, pays, run, timesOf } from '../testing/run.ts'
import type { Flight } from '../trace/trace.ts'

/** The flights of the messages that both of two runs sent, in pairs. */
function shared(inputs: readonly Input[], one: Settings, other: Settings): [Flight, Flight][] {
  const flights = new Map(
    simulate({ settings: other, inputs }).flights.map(flight => [flight.message, flight]),
  )
  return simulate({ settings: one, inputs }).flights.flatMap((flight): [Flight, Flight][] => {
    const twin = flights.get(flight.message)
    return twin ? [[flight, twin]] : []
  })
}

const lostOf = (pairs: [Flight, Flight][]) => pairs.map(pair => pair.map(({ end }) => end === 'lost'))
const policy = fc.constantFrom(...SCENARIO.keys.options.map(option => option.value as KeyPolicy))
const share = fc.double({ min: 0, max: 1, noNaN: true })

describe("a message's fate", () => {
  itHolds(
    'is the same whatever the key policy and the strategy',
    { seed: 81, runs: 300 },
    fc.property(settings, settings, policy, presses, (drawn, { server }, keys, inputs) => {
      for (const [one, other] of shared(inputs, drawn, { ...drawn, keys, server })) {
        expect([one.end, one.latencyMs]).toEqual([other.end, other.latencyMs])
        expect(one.endAt - one.sentAt).toBe(other.endAt - other.sentAt)
      }
    }),
  )

  itHolds(
    'is at a higher drop rate to be lost, or the same as before',
    { seed: 82, runs: 300 },
    fc.property(settings, share, share, presses, (drawn, requestLoss, responseLoss, inputs) => {
      const low = {
        requestLoss: Math.min(drawn.requestLoss, requestLoss),
        responseLoss: Math.min(drawn.responseLoss, responseLoss),
      }
      const high = {
        requestLoss: Math.max(drawn.requestLoss, requestLoss),
        responseLoss: Math.max(drawn.responseLoss, responseLoss),
      }
      const pairs = shared(inputs, { ...drawn, ...low }, { ...drawn, ...high })
      expect(lostOf(pairs)).not.toContainEqual([true, false])
      for (const [one, other] of pairs) expect(other.latencyMs).toBe(one.latencyMs)
    }),
  )

  itHolds(
    'lies within the latency it is set, and a lost one dies about half-way',
    { seed: 83, runs: 200 },
    fc.property(settings, presses, (drawn, inputs) => {
      const [min, max] = drawn.latency.split('-').map(Number)
      for (const { latencyMs, sentAt, endAt, end } of simulate({ settings: drawn, inputs }).flights) {
        expect(latencyMs).toBeGreaterThanOrEqual(min ?? 0)
        expect(latencyMs).toBeLessThanOrEqual(max ?? 0)
        const flownMs = endAt - sentAt
        if (end === 'delivered') expect(flownMs).toBe(latencyMs)
        else {
          expect(flownMs).toBeGreaterThanOrEqual(Math.floor(latencyMs * 0.35))
          expect(flownMs).toBeLessThanOrEqual(latencyMs * 0.65)
        }
      }
    }),
  )

  it('takes every whole number of milliseconds of its span about as often (seeds 1 to 300)', () => {
    const counts = new Map<number, number>()
    for (let seed = 1; seed <= 300; seed += 1) {
      const { latencyMs } = flightOf(run({ latency: '5-7', seed }, pays(0)), 'p1.a1.request')
      counts.set(latencyMs, (counts.get(latencyMs) ?? 0) + 1)
    }
    expect([...counts.keys()].sort()).toEqual([5, 6, 7])
    for (const count of counts.values())
      expect(Math.abs(count - 100)).toBeLessThan(4 * Math.sqrt(300 * (2 / 9)))
  })

  it.each([
    [0, 0],
    [1, 20],
  ])('is never chance at a drop rate of %d: %d of 20 answers are lost', (responseLoss, lost) => {
    const buys = Array.from({ length: 20 }, (_, i): Input[] => [
      { at: i * 3000, type: 'pay' },
      { at: i * 3000 + 2900, type: 'newPayment' },
    ])
    const trace = run({ ...CALM, responseLoss }, buys.flat())
    expect(eventsOf(trace, 'response.lost')).toHaveLength(lost)
  })
})

describe('dropping a message by hand', () => {
  const drop = (at: number, message: string): Input => ({ at, type: 'dropMessage', message })

  it('loses it at once while it is in flight', () => {
    const trace = run(CALM, [...pays(0), drop(300, 'p1.a1.request')])
    expect(flightOf(trace, 'p1.a1.request')).toMatchObject({
      end: 'lost',
      sentAt: 0,
      endAt: 300,
      latencyMs: 700,
    })
    expect(eventsOf(trace, 'request.lost')).toMatchObject([
      { at: 300, actor: 'person', data: { by: 'person' } },
    ])
    expect(eventsOf(trace, 'request.delivered')).toEqual([])
  })

  it('loses it on sending when it is not yet sent', () => {
    const trace = run(CALM, [drop(0, 'p1.a1.response'), ...pays(0)])
    const sentAt = timesOf(trace, 'response.sent')
    expect(sentAt).toEqual([1100])
    expect(eventsOf(trace, 'response.lost')).toMatchObject([{ at: 1100, actor: 'person' }])
  })

  it('does nothing once it has arrived', () => {
    const trace = run(CALM, [...pays(0), drop(700, 'p1.a1.request')])
    expect(trace.events).toEqual(run(CALM, pays(0)).events)
  })

  it('does nothing to a message that is never sent', () => {
    const trace = run(CALM, [...pays(0), drop(10, 'p9.a9.response')])
    expect(trace.events).toEqual(run(CALM, pays(0)).events)
  })

  it('does not lose twice what the network has lost', () => {
    const trace = run({ ...CALM, responseLoss: 1 }, [...pays(0), drop(2000, 'p1.a1.response')])
    expect(eventsOf(trace, 'response.lost')).toMatchObject([{ actor: 'network' }])
  })

  it('loses before its time what the network was about to lose', () => {
    const trace = run({ ...CALM, responseLoss: 1 }, [...pays(0), drop(1101, 'p1.a1.response')])
    expect(eventsOf(trace, 'response.lost')).toMatchObject([{ at: 1101, actor: 'person' }])
  })
})
