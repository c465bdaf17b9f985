import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { frameAt, type TraceEvent } from '../sim/index.ts'
import { session } from '../sim/testing/arbitraries.ts'
import { itHolds } from '../sim/testing/property.ts'
import { CALM, pays } from '../sim/testing/run.ts'
import { simulated } from '../testing/simulated.ts'

const TIMES = [0, 700, 1000, 1100, 1800]
const bought = () => simulated({ settings: CALM, inputs: pays(0), clock: 'manual' })

describe('steps', () => {
  it('go to the distinct times of the trace, and stand at the end', () => {
    const { simulator } = bought()
    const went = TIMES.map(() => {
      simulator.step()
      return simulator.playhead.timeMs
    })
    expect(went).toEqual([700, 1000, 1100, 1800, 1800])
    expect(simulator.state.status).toBe('idle')
  })

  it('reach an end that only an input without effect makes', () => {
    const { simulator } = simulated({
      inputs: [{ at: 5000, type: 'dropMessage', message: 'p9.a1.request' }],
      clock: 'manual',
    })
    expect(simulator.state.status).toBe('paused')
    simulator.step()
    expect([simulator.playhead.timeMs, simulator.state.status]).toEqual([5000, 'idle'])
  })

  it('back go to the distinct times before, down to 0', () => {
    const { simulator } = bought()
    simulator.runToEnd()
    const went = TIMES.map(() => {
      simulator.stepBack()
      return simulator.playhead.timeMs
    })
    expect(went).toEqual([1100, 1000, 700, 0, 0])
  })

  it.each([
    [700.5, 700],
    [700, 0],
    [0.25, 0],
    [1799.999, 1100],
  ])('back from %d ms go to %d', (from, to) => {
    const { simulator } = bought()
    simulator.seek(from)
    simulator.stepBack()
    expect(simulator.playhead.timeMs).toBe(to)
  })

  it('pause what plays', () => {
    const { simulator, clock } = simulated({ settings: CALM })
    simulator.pay()
    clock.run(100)
    simulator.step()
    expect([simulator.playhead.timeMs, simulator.state.status, clock.asked]).toEqual([700, 'paused', 0])
  })

  itHolds(
    'forward visit every distinct time once, and back the same ones',
    { seed: 304, runs: 60 },
    fc.property(session, ({ settings, inputs }) => {
      const { simulator } = simulated({ settings, inputs, clock: 'manual' })
      const times = [...new Set(simulator.state.trace.steps.map(({ at }) => at))].filter(at => at > 0)
      for (const at of times) {
        simulator.step()
        expect(simulator.playhead.timeMs).toBe(at)
      }
      for (const at of [0, ...times].reverse().slice(1)) {
        simulator.stepBack()
        expect(simulator.playhead.timeMs).toBe(at)
      }
    }),
  )
})

describe('the playhead', () => {
  it('goes to the latest moment that was watched, not to the end', () => {
    const { simulator } = bought()
    simulator.seek(1050)
    simulator.seek(200)
    simulator.latest()
    expect(simulator.playhead.timeMs).toBe(1050)
  })

  it('plays from the beginning when there is nothing left to play', () => {
    const { simulator, clock } = simulated({ settings: CALM, inputs: pays(0), atMs: 1800 })
    simulator.playOrReplay()
    clock.run(40)
    expect(simulator.playhead.timeMs).toBe(40)
    simulator.pause()
    simulator.playOrReplay()
    clock.run(40)
    expect(simulator.playhead.timeMs).toBe(80)
  })

  it('plays to a time ahead and pauses there; with a manual clock it is there at once', () => {
    const { clock, simulator } = simulated({ settings: CALM, inputs: pays(0), start: 'paused' })
    simulator.play(700)
    clock.run(1000)
    expect([simulator.playhead.timeMs, simulator.state.status]).toEqual([700, 'paused'])
    const { simulator: manual } = bought()
    manual.play(700)
    expect([manual.playhead.timeMs, manual.state.status]).toEqual([700, 'paused'])
  })

  it('is running, paused, and idle at the end', () => {
    const { simulator, clock } = simulated({ settings: CALM })
    const statuses = [simulator.state.status]
    simulator.store.subscribe(({ status }) => {
      if (status !== statuses.at(-1)) statuses.push(status)
    })
    simulator.pay()
    clock.run(600)
    simulator.pause()
    simulator.play()
    clock.run(2000)
    simulator.seek(0)
    expect(statuses).toEqual(['idle', 'running', 'paused', 'running', 'idle', 'running'])
  })

  it('shows the moment it is moved to while it stands, also where nothing happens', () => {
    const { simulator } = bought()
    simulator.seek(600)
    expect(simulator.state.frame.atMs).toBe(600)
    simulator.seek(300)
    expect(simulator.state.frame.atMs).toBe(300)
    expect(simulator.state.watchedMs).toBe(600)
  })
})

describe('what is passed', () => {
  it('is told once going forward, and again after going back', () => {
    const { simulator } = bought()
    const told: TraceEvent[][] = []
    const off = simulator.onPassed(events => told.push([...events]))
    simulator.seek(1000)
    simulator.seek(1000)
    simulator.seek(700)
    simulator.seek(1000)
    const kinds = told.map(events => events.map(({ kind }) => kind))
    expect(kinds).toEqual([['request.delivered', 'handler.started', 'ledger.charged'], ['ledger.charged']])
    off()
    simulator.runToEnd()
    expect(told).toHaveLength(2)
  })

  it('is told of a press at once, and of what was before it never again', () => {
    const { simulator, clock } = simulated({ settings: CALM })
    const ids: number[] = []
    simulator.onPassed(events => ids.push(...events.map(({ id }) => id)))
    simulator.pay()
    expect(ids).toEqual([0, 1])
    clock.run(720)
    simulator.pay()
    clock.run(3000)
    expect(ids).toEqual(simulator.state.trace.events.map(({ id }) => id))
  })

  it('is told from the beginning after a rerun', () => {
    const { simulator, clock } = simulated({ settings: CALM, inputs: pays(0), atMs: 1500 })
    const ids: number[] = []
    simulator.onPassed(events => ids.push(...events.map(({ id }) => id)))
    simulator.rerun({ keys: 'per-payment' })
    clock.run(3000)
    expect(ids).toEqual(simulator.state.trace.events.map(({ id }) => id))
  })

  itHolds(
    'is every event once, in order, in frames of any length',
    { seed: 305, runs: 60 },
    fc.property(session, fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1 }), (drawn, frames) => {
      const { simulator, clock } = simulated({ ...drawn, speed: 8, start: 'paused' })
      const before = frameAt(simulator.state.trace, 0).eventCount
      const ids: number[] = []
      simulator.onPassed(events => ids.push(...events.map(({ id }) => id)))
      simulator.play()
      for (const ms of frames) clock.frame(ms)
      const { eventCount } = frameAt(simulator.state.trace, simulator.playhead.timeMs)
      expect(ids).toEqual(Array.from({ length: eventCount - before }, (_, index) => before + index))
      expect(simulator.state.frame.eventCount).toBe(eventCount)
    }),
  )
})

describe('the store', () => {
  it('changes when something happens, and not with every frame', () => {
    const { simulator, clock } = simulated({ settings: CALM })
    simulator.pay()
    const changes: number[] = []
    simulator.store.subscribe(({ watchedMs }) => changes.push(watchedMs))
    for (let frame = 0; frame < 125; frame += 1) clock.frame(16)
    // 512: how far has been watched is told twice a second; 1408: the request that arrived at 700 is out of sight.
    expect(changes).toEqual([512, 704, 1008, 1104, 1408, 1800])
  })

  it('is told twice a second of the wall clock, at any speed, how far has been watched', () => {
    const { simulator, clock } = simulated({
      settings: { ...CALM, latency: '20000-20000', timeout: 60_000 },
      speed: 8,
    })
    simulator.pay()
    const changes: number[] = []
    simulator.store.subscribe(({ watchedMs }) => changes.push(watchedMs))
    clock.run(2000)
    expect(changes).toEqual([4000, 8000, 12_000, 16_000])
  })

  it('changes once for a press', () => {
    const { simulator } = simulated({ settings: CALM })
    const statuses: string[] = []
    simulator.store.subscribe(({ status }) => statuses.push(status))
    simulator.pay()
    expect(statuses).toEqual(['running'])
  })
})
