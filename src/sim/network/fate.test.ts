import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { KeyPolicy } from '../client/key-policy.ts'
import { drawsOf, type Purpose } from '../draw.ts'
import { simulate } from '../drivers/timed.ts'
import { SCENARIO, type Settings } from '../scenario.ts'
import { alreadyDone } from '../server/answer.ts'
import type { Input } from '../session.ts'
import { presses, settings } from '../testing/arbitraries.ts'
import { itHolds } from '../testing/property.ts'
import { request } from '../testing/request.ts'
import { CALM, eventsOf, flightOf, pays, run, timesOf } from '../testing/run.ts'
import type { Flight } from '../trace/trace.ts'
import { fateOf, isDuplicated } from './fate.ts'
import type { ResponseMessage } from './message.ts'

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
    'is the same whatever befalls the bank, and whatever it remembers',
    { seed: 84, runs: 300 },
    fc.property(settings, settings, presses, (drawn, other, inputs) => {
      const { crash, pause, serverError, errorReplay, keyRequired, memory, ttl, lease } = other
      const faults = { crash, pause, serverError, errorReplay, keyRequired, memory, ttl, lease }
      for (const [one, twin] of shared(inputs, drawn, { ...drawn, ...faults })) {
        expect([one.end, one.latencyMs]).toEqual([twin.end, twin.latencyMs])
        expect(one.endAt - one.sentAt).toBe(twin.endAt - twin.sentAt)
      }
    }),
  )

  itHolds(
    'is, for what is sent with and without duplicates, the same',
    { seed: 85, runs: 300 },
    fc.property(settings, share, presses, (drawn, duplicate, inputs) => {
      for (const [one, twin] of shared(inputs, drawn, { ...drawn, duplicate })) {
        expect([one.end, one.latencyMs]).toEqual([twin.end, twin.latencyMs])
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

const response: ResponseMessage = {
  id: 'p1.a1.response',
  kind: 'response',
  payment: 1,
  attempt: 1,
  copy: 1,
  key: null,
  answer: alreadyDone(),
}
const copyOf = <M extends { id: string }>(message: M) => ({
  ...message,
  id: `${message.id}.2`,
  copy: 2 as const,
})
const RATES = {
  requestLoss: 0.2,
  responseLoss: 0.4,
  rateLimit: 0.6,
  duplicate: 0.7,
  latency: '1000-1000',
} as const

/** Chance that is no chance: what is drawn for each purpose, and nothing is lost for any other. */
const drawing = (drawn: Partial<Record<Purpose, number>>) => (purpose: Purpose) => drawn[purpose] ?? 0.999

describe('a draw', () => {
  it.each([
    ['request', request(), { requestLoss: 0.19 }, 'lost'],
    ['request', request(), { requestLoss: 0.2 }, 'delivered'],
    ['request', request(), { responseLoss: 0 }, 'delivered'],
    ['request', request(), { rateLimit: 0.59 }, 'refused'],
    ['request', request(), { rateLimit: 0.6 }, 'delivered'],
    ['request', request(), { requestLoss: 0.19, rateLimit: 0 }, 'lost'],
    ['response', response, { responseLoss: 0.39 }, 'lost'],
    ['response', response, { responseLoss: 0.4 }, 'delivered'],
    ['response', response, { requestLoss: 0, rateLimit: 0 }, 'delivered'],
  ] as const)('decides on a %s: %j with %j is %s', (_, message, drawn, end) => {
    expect(fateOf(message, RATES, drawing(drawn)).end).toBe(end)
  })

  it.each([
    [0, 350],
    [0.5, 500],
    [0.999, 649],
  ])('of %d lets a lost message die at %d of its 1000 ms', (place, afterMs) => {
    const lost = { requestLoss: 0, responseLoss: 0 }
    expect(fateOf(request(), RATES, drawing({ ...lost, requestLossPlace: place })).afterMs).toBe(afterMs)
    expect(fateOf(response, RATES, drawing({ ...lost, responseLossPlace: place })).afterMs).toBe(afterMs)
  })

  it('leaves a message that arrives or is turned away all of its latency', () => {
    expect(fateOf(request(), RATES, drawing({})).afterMs).toBe(1000)
    expect(fateOf(request(), RATES, drawing({ rateLimit: 0 }))).toEqual({ end: 'refused', afterMs: 1000 })
  })

  it('refuses nobody where there is no rate limit', () => {
    expect(fateOf(request(), { ...RATES, rateLimit: 0 }, drawing({ rateLimit: 0 })).end).toBe('delivered')
  })

  it.each([
    ['a request', request(), 0.69, true],
    ['a request', request(), 0.7, false],
    ['a copy', copyOf(request()), 0, false],
    ['an answer', response, 0, false],
  ] as const)('decides whether %s is delivered twice (%s, %d): %s', (_, message, drawn, twice) => {
    expect(isDuplicated(message, RATES, drawing({ duplication: drawn }))).toBe(twice)
  })

  it('delivers nothing twice where nothing is to be', () => {
    expect(isDuplicated(request(), { duplicate: 0 }, drawing({ duplication: 0 }))).toBe(false)
  })

  it('turns away the share that is set, and more of them at a higher one (seeds 1 to 2000)', () => {
    const refused = (rateLimit: number) =>
      Array.from({ length: 2000 }, (_, seed) => seed + 1).filter(
        seed => fateOf(request(), { ...RATES, requestLoss: 0, rateLimit }, drawsOf(seed)).end === 'refused',
      )
    const some = refused(0.3)
    expect(Math.abs(some.length - 600)).toBeLessThan(4 * Math.sqrt(2000 * 0.3 * 0.7))
    expect(refused(0.5)).toEqual(expect.arrayContaining(some))
    expect(refused(1)).toHaveLength(2000)
  })

  it('delivers twice the share that is set (seeds 1 to 2000)', () => {
    let twice = 0
    for (let seed = 1; seed <= 2000; seed += 1) {
      if (isDuplicated(request(), { duplicate: 0.3 }, drawsOf(seed))) twice += 1
    }
    expect(Math.abs(twice - 600)).toBeLessThan(4 * Math.sqrt(2000 * 0.3 * 0.7))
  })
})

describe('a duplicate', () => {
  const SETTINGS = { ...RATES, latency: '100-900' } as const

  it('shares the fate of its original, and so does the answer to it (seeds 1 to 300)', () => {
    for (let seed = 1; seed <= 300; seed += 1) {
      const draws = drawsOf(seed)
      for (const message of [request(), response]) {
        const ends = [message, copyOf(message)].map(each => fateOf(each, SETTINGS, draws).end)
        expect(ends[1]).toBe(ends[0])
      }
    }
  })

  it('has a latency of its own, within the span (seeds 1 to 300)', () => {
    const unlost = { ...SETTINGS, requestLoss: 0, responseLoss: 0 }
    for (const message of [request(), response]) {
      let equal = 0
      for (let seed = 1; seed <= 300; seed += 1) {
        const [own, copied] = [message, copyOf(message)].map(
          each => fateOf(each, unlost, drawsOf(seed)).afterMs,
        )
        expect(copied).toBeGreaterThanOrEqual(100)
        expect(copied).toBeLessThanOrEqual(900)
        if (own === copied) equal += 1
      }
      // Of 801 values, two are equal once in 801 times.
      expect(equal).toBeLessThan(5)
    }
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

  it('loses the copy of a duplicate on its own: in flight at once, and not yet made on being made', () => {
    const flying = run({ ...CALM, duplicate: 1 }, [...pays(0), drop(300, 'p1.a1.request.2')])
    expect(flightOf(flying, 'p1.a1.request.2')).toMatchObject({ end: 'lost', sentAt: 0, endAt: 300 })
    const doomed = run({ ...CALM, duplicate: 1 }, [drop(0, 'p1.a1.request.2'), ...pays(10)])
    expect(flightOf(doomed, 'p1.a1.request.2')).toMatchObject({ end: 'lost', sentAt: 10, endAt: 10 })
    for (const trace of [flying, doomed]) {
      expect(flightOf(trace, 'p1.a1.request').end).toBe('delivered')
      expect(timesOf(trace, 'ledger.charged')).toHaveLength(1)
    }
  })

  it('loses the original and lets its copy arrive', () => {
    const trace = run({ ...CALM, duplicate: 1 }, [...pays(0), drop(300, 'p1.a1.request')])
    expect(eventsOf(trace, 'request.lost').map(({ message, actor }) => [message, actor])).toEqual([
      ['p1.a1.request', 'person'],
    ])
    expect(eventsOf(trace, 'ledger.charged').map(({ data }) => data?.charge)).toEqual(['ch_1_1_2'])
  })

  it('of an original before it is sent leaves no copy to be made', () => {
    const trace = run({ ...CALM, duplicate: 1 }, [drop(0, 'p1.a1.request'), ...pays(10)])
    expect(trace.flights.map(({ message, end }) => [message, end])).toEqual([['p1.a1.request', 'lost']])
  })
})
