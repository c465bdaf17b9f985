import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { replayChoices } from '../drivers/recorded.ts'
import { simulate } from '../drivers/timed.ts'
import { DEFAULT_SETTINGS } from '../scenario.ts'
import type { Input } from '../session.ts'
import { session } from '../testing/arbitraries.ts'
import { itHolds } from '../testing/property.ts'
import { CALM, pays, run } from '../testing/run.ts'
import { frameAt, LINGER_MS, packetAt } from './frame.ts'
import type { Flight } from './trace.ts'

/** p1.a1: request 0 to 700, answer 1100 to 1800. */
const calm = run(CALM, pays(0))
/** The same, sent at 100, and the request dropped by hand 350 ms later. */
const dropped = run(CALM, [...pays(100), { at: 450, type: 'dropMessage', message: 'p1.a1.request' }])

const shown = (trace: typeof calm, atMs: number) =>
  frameAt(trace, atMs).packets.map(({ flight, fate, progress, endedMs }) => [
    flight.message,
    fate,
    progress,
    endedMs,
  ])

describe('the frame', () => {
  it('before the first step is the opening state and nothing on the wires', () => {
    expect(frameAt(dropped, 99)).toEqual({
      atMs: 99,
      stepCount: 0,
      eventCount: 0,
      state: dropped.opening,
      packets: [],
    })
  })

  it('of an empty trace is its opening state', () => {
    const empty = run(CALM, [])
    expect(frameAt(empty, 5000)).toMatchObject({ stepCount: 0, eventCount: 0, state: empty.opening })
  })

  it('at the exact time of a step is the one after it', () => {
    expect(frameAt(dropped, 100)).toMatchObject({ stepCount: 1, eventCount: 2 })
    expect(frameAt(calm, 699).state.wires).toHaveLength(1)
    expect(frameAt(calm, 700).state.wires).toHaveLength(0)
  })

  it('follows all the steps of one time', () => {
    const trace = run(CALM, pays(0, 0, 0))
    expect(frameAt(trace, 0)).toMatchObject({ stepCount: 3, eventCount: 4 })
  })

  it('after the end is the last state', () => {
    expect(frameAt(calm, 1e9)).toMatchObject({
      stepCount: calm.steps.length,
      eventCount: calm.events.length,
      state: calm.steps.at(-1)?.state,
      packets: [],
    })
  })

  it('is found without a look at flights that ended long before, once the trace is known', () => {
    const later: Input[] = [{ at: 50_000, type: 'newPayment' }, ...pays(50_000)]
    const trace = run(CALM, [...pays(0), ...later])
    const read: string[] = []
    const watched = (flight: Flight) =>
      new Proxy(flight, {
        get(target, name: keyof Flight) {
          if (name === 'endAt') read.push(target.message)
          return target[name]
        },
      })
    const known = { ...trace, flights: trace.flights.map(watched) }
    frameAt(known, 0)
    read.length = 0
    expect(frameAt(known, 50_000).packets).toHaveLength(1)
    expect(read).toEqual(['p2.a1.request'])
  })

  itHolds(
    'is the latest step, the events so far and the flights there are to see',
    { seed: 101, runs: 200 },
    fc.property(session, fc.nat({ max: 60_000 }), (drawn, atMs) => {
      const trace = simulate(drawn)
      const frame = frameAt(trace, atMs)
      const past = trace.steps.filter(step => step.at <= atMs)
      expect(frame.stepCount).toBe(past.length)
      expect(frame.state).toBe(past.at(-1)?.state ?? trace.opening)
      expect(frame.eventCount).toBe(trace.events.filter(event => event.at <= atMs).length)
      expect(frame.packets).toEqual(trace.flights.map(flight => packetAt(flight, atMs)).filter(Boolean))
      const flying = frame.packets.filter(packet => packet.fate === 'in-flight')
      expect(flying.map(packet => packet.flight.message)).toEqual(
        frame.state.wires.map(message => message.id),
      )
    }),
  )
})

describe('a packet', () => {
  it('goes from its sender to its receiver at an even pace', () => {
    expect(shown(calm, 0)).toEqual([['p1.a1.request', 'in-flight', 0, 0]])
    expect(shown(calm, 350)).toEqual([['p1.a1.request', 'in-flight', 0.5, 0]])
    expect(shown(calm, 1450)).toEqual([['p1.a1.response', 'in-flight', 0.5, 0]])
  })

  it('lingers for a moment where it arrived', () => {
    expect(shown(calm, 700)).toEqual([['p1.a1.request', 'delivered', 1, 0]])
    expect(shown(calm, 1399)).toEqual([
      ['p1.a1.request', 'delivered', 1, 699],
      ['p1.a1.response', 'in-flight', 299 / 700, 0],
    ])
    expect(shown(calm, 1400)).toEqual([['p1.a1.response', 'in-flight', 300 / 700, 0]])
  })

  it('stays longer where it was lost', () => {
    expect(shown(dropped, 449)).toEqual([['p1.a1.request', 'in-flight', 349 / 700, 0]])
    expect(shown(dropped, 450)).toEqual([['p1.a1.request', 'lost', 0.5, 0]])
    expect(shown(dropped, 450 + LINGER_MS.lost - 1)).toEqual([['p1.a1.request', 'lost', 0.5, 5999]])
    expect(shown(dropped, 450 + LINGER_MS.lost)).toEqual([])
  })

  it('is lost at its sender when it was dropped before it was sent', () => {
    const drop: Input = { at: 0, type: 'dropMessage', message: 'p1.a1.request' }
    for (const latency of ['700-700', '0-0'] as const) {
      const trace = run({ ...CALM, latency }, [drop, ...pays(0)])
      expect(shown(trace, 0)).toEqual([['p1.a1.request', 'lost', 0, 0]])
    }
  })

  it('is there at once when the network takes no time', () => {
    const instant = run({ ...CALM, latency: '0-0' }, pays(0))
    expect(shown(instant, 0)).toEqual([['p1.a1.request', 'delivered', 1, 0]])
  })

  it('is at its receiver once it has arrived, also before its latency is over', () => {
    const trace = replayChoices(DEFAULT_SETTINGS, [
      { choice: { kind: 'pay', amount: 100 } },
      { choice: { kind: 'deliver', message: 'p1.a1.request' } },
    ])
    const { latencyMs } = trace.flights[0] ?? { latencyMs: 0 }
    expect(latencyMs).toBeGreaterThan(400)
    expect(shown(trace, 400)).toEqual([['p1.a1.request', 'delivered', 1, 0]])
  })

  it('waits before its receiver while the trace does not say what becomes of it', () => {
    const trace = replayChoices(DEFAULT_SETTINGS, [{ choice: { kind: 'pay', amount: 100 } }])
    expect(shown(trace, 1e7)).toEqual([['p1.a1.request', 'in-flight', 1, 0]])
    expect(shown(trace, Number.POSITIVE_INFINITY)).toEqual([['p1.a1.request', 'in-flight', 1, 0]])
  })
})
