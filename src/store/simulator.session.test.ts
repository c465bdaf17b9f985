import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS, type Input } from '../sim/index.ts'
import { CALM, pays } from '../sim/testing/run.ts'
import { simulated } from '../testing/simulated.ts'

const LOSSY = { ...CALM, responseLoss: 1 }

describe('configure', () => {
  it('before the first input changes the initial settings, the seed too', () => {
    const { simulator } = simulated()
    simulator.configure({ keys: 'per-payment', seed: 7 })
    expect(simulator.state.session).toEqual({
      settings: { ...DEFAULT_SETTINGS, keys: 'per-payment', seed: 7 },
      inputs: [],
    })
    expect(simulator.settings).toEqual(simulator.state.session.settings)
  })

  it('later is an input at the playhead, also while it runs', () => {
    const { simulator, clock } = simulated({ settings: CALM })
    simulator.pay()
    clock.run(300)
    simulator.configure({ keys: 'per-payment' })
    expect(simulator.state.session.inputs).toEqual([
      ...pays(0),
      { at: 300, type: 'configure', settings: { keys: 'per-payment' } },
    ])
    expect([simulator.state.status, simulator.playhead.timeMs]).toEqual(['running', 300])
    expect(simulator.settings.keys).toBe('per-payment')
    simulator.seek(299)
    expect(simulator.settings.keys).toBe('off')
  })

  it('twice at the same time is one input', () => {
    const { simulator } = simulated({ settings: CALM, inputs: pays(0), clock: 'manual' })
    simulator.configure({ keys: 'per-payment' })
    simulator.configure({ retry: 'auto' })
    expect(simulator.state.session.inputs).toEqual([
      ...pays(0),
      { at: 0, type: 'configure', settings: { keys: 'per-payment', retry: 'auto' } },
    ])
  })

  it('before the first input of a loaded session forks there', () => {
    const { simulator } = simulated({ inputs: pays(5000), clock: 'manual' })
    simulator.configure({ keys: 'per-payment' })
    expect(simulator.state.session).toEqual({
      settings: { ...DEFAULT_SETTINGS, keys: 'per-payment' },
      inputs: [],
    })
  })
})

describe('rerun', () => {
  const inputs: Input[] = [
    ...pays(0),
    { at: 100, type: 'configure', settings: { keys: 'off' } },
    ...pays(3000),
  ]

  it('plays the same inputs from 0 ms under changed settings', () => {
    const { simulator, clock } = simulated({ settings: LOSSY, inputs, atMs: 4000, start: 'paused' })
    simulator.rerun({ keys: 'per-payment' })
    expect(simulator.state.session).toEqual({
      settings: { ...DEFAULT_SETTINGS, ...LOSSY, keys: 'per-payment' },
      inputs: pays(0, 3000),
    })
    expect([simulator.playhead.timeMs, simulator.state.watchedMs]).toEqual([0, 0])
    expect(simulator.state.status).toBe('running')
    clock.run(1000)
    expect(simulator.state.trace.events[0]?.data).toMatchObject({ keys: 'per-payment' })
  })

  it('gives nothing of the new run away, at any speed and however little was watched', () => {
    for (const speed of [1, 8]) {
      const { simulator, clock } = simulated({ settings: LOSSY, speed })
      simulator.pay()
      clock.run(300)
      simulator.rerun({ keys: 'per-payment' })
      expect(simulator.state.watchedMs).toBe(0)
    }
  })

  it('with a manual clock stands at 0 ms', () => {
    const { simulator, clock } = simulated({ settings: LOSSY, inputs, atMs: 4000, clock: 'manual' })
    simulator.rerun({ keys: 'per-payment' })
    expect([simulator.playhead.timeMs, simulator.state.status, clock.asked]).toEqual([0, 'paused', 0])
  })
})

describe('reset', () => {
  it('empties the session and keeps settings and seed as they are at the playhead', () => {
    const { simulator } = simulated({
      settings: { seed: 9 },
      inputs: [...pays(0), { at: 100, type: 'configure', settings: { keys: 'per-payment' } }],
      atMs: 100,
    })
    simulator.reset()
    expect(simulator.state.session).toEqual({
      settings: { ...DEFAULT_SETTINGS, seed: 9, keys: 'per-payment' },
      inputs: [],
    })
    expect(simulator.state).toMatchObject({ watchedMs: 0, status: 'idle' })
    expect(simulator.state.frame.eventCount).toBe(0)
  })
})

describe('new luck', () => {
  it.each([
    [202, 203],
    [4294967295, 0],
  ])('after seed %d is seed %d, with the settings as they are and no inputs', (seed, next) => {
    const { simulator } = simulated({ settings: { seed, retry: 'auto' }, inputs: pays(0), atMs: 500 })
    simulator.newLuck()
    expect(simulator.state.session).toEqual({
      settings: { ...DEFAULT_SETTINGS, retry: 'auto', seed: next },
      inputs: [],
    })
  })
})

describe('load', () => {
  const session = { settings: { seed: 3 }, inputs: pays(0) }

  it('takes a whole session: what is not named has its default', () => {
    const { simulator } = simulated({ settings: { keys: 'per-payment' }, inputs: pays(7), atMs: 500 })
    simulator.load(session)
    expect(simulator.state.session).toEqual({ settings: { ...DEFAULT_SETTINGS, seed: 3 }, inputs: pays(0) })
    expect([simulator.playhead.timeMs, simulator.state.status]).toEqual([0, 'running'])
    simulator.load({})
    expect(simulator.state.session).toEqual({ settings: DEFAULT_SETTINGS, inputs: [] })
  })

  it('with start=paused waits at 0 ms', () => {
    const { simulator } = simulated({ start: 'paused' })
    simulator.load(session)
    expect([simulator.playhead.timeMs, simulator.state.status]).toEqual([0, 'paused'])
  })
})

describe('a simulator begins', () => {
  it('with a run from the address at its playhead, playing on from there', () => {
    const { simulator, clock } = simulated({ settings: CALM, inputs: pays(0), atMs: 900 })
    expect(simulator.state).toMatchObject({ status: 'running', watchedMs: 900 })
    clock.run(100)
    expect(simulator.playhead.timeMs).toBe(1000)
  })

  it.each([
    { start: 'paused', clock: 'auto' },
    { start: 'auto', clock: 'manual' },
  ] as const)('standing with %o', how => {
    const { simulator, clock } = simulated({ settings: CALM, inputs: pays(0), atMs: 900, ...how })
    expect([simulator.state.status, simulator.state.playing, clock.asked]).toEqual(['paused', false, 0])
  })

  it('at the end when the playhead it is given lies beyond', () => {
    const { simulator } = simulated({ settings: CALM, inputs: pays(0), atMs: 1e9 })
    expect([simulator.playhead.timeMs, simulator.state.status]).toEqual([1800, 'idle'])
  })
})
