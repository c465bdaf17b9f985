import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS, frameAt, traceHash } from '../sim/index.ts'
import { session } from '../sim/testing/arbitraries.ts'
import { itHolds } from '../sim/testing/property.ts'
import { CALM, pays, run } from '../sim/testing/run.ts'
import { scripted } from '../testing/scripted.ts'
import { createApi } from './api.ts'

const LOSSY = { ...CALM, responseLoss: 1 }

describe('the API', () => {
  it('is frozen, version 1, and has every method of the contract', async () => {
    const { api, simulator } = scripted()
    expect(Object.isFrozen(api)).toBe(true)
    expect(api.version).toBe(1)
    await expect(api.ready).resolves.toBeUndefined()
    expect(Object.keys(api).sort()).toEqual(
      [
        ...[
          'advance',
          'caption',
          'configure',
          'dropMessage',
          'getState',
          'getTrace',
          'load',
          'newPayment',
          'on',
        ],
        ...[
          'pause',
          'pay',
          'permalink',
          'play',
          'ready',
          'redo',
          'rerun',
          'reset',
          'runToEnd',
          'seek',
          'step',
        ],
        ...['stepBack', 'traceHash', 'undo', 'version', 'waitFor'],
      ].sort(),
    )
    const linked = createApi(simulator, Promise.resolve(), () => 'here')
    expect(linked.permalink()).toBe('here')
  })

  it('does what a person does', () => {
    const { api, clock } = scripted({ settings: LOSSY })
    api.pay({ amount: 2500 })
    clock.run(1200)
    api.dropMessage('p1.a1.response')
    clock.run(2000)
    expect(api.getState()).toMatchObject({ timeMs: 2500, status: 'idle', balance: 97_500 })
    api.pay()
    expect(api.getState().payments).toEqual([
      { id: 'p1', amount: 2500, attempts: 2, charges: 1, belief: 'waiting' },
    ])
    api.newPayment()
    api.pay({})
    expect(api.getState().payments[1]).toMatchObject({ id: 'p2', amount: 10_000 })
    api.undo()
    api.undo()
    expect(api.getState().payments).toMatchObject([{ attempts: 2, belief: 'waiting' }])
    api.redo()
    expect(api.getState().payments).toMatchObject([{ attempts: 2, belief: 'unknown' }])
    api.reset()
    expect(api.getState()).toMatchObject({ timeMs: 0, payments: [], balance: 100_000 })
  })

  it('moves the playhead', async () => {
    const { api, clock } = scripted({ settings: CALM, clock: 'manual' })
    api.pay()
    api.advance(300)
    expect(api.getState()).toMatchObject({ timeMs: 300, endMs: 1800, status: 'paused' })
    api.advance(0.5)
    api.seek(1000.75)
    expect(api.getState()).toMatchObject({ timeMs: 1000, eventId: 4 })
    api.step()
    expect(api.getState().timeMs).toBe(1100)
    api.stepBack()
    expect(api.getState().timeMs).toBe(1000)
    api.play()
    clock.run(500)
    api.pause()
    expect(api.getState().timeMs).toBe(1000)
    await expect(api.runToEnd()).resolves.toEqual(api.getState())
    expect(api.getState()).toMatchObject({ timeMs: 1800, status: 'idle' })
    api.seek(99_999)
    expect(api.getState().timeMs).toBe(1800)
  })

  it('configures, loads and reruns sessions', () => {
    const { api, simulator } = scripted({ settings: LOSSY, clock: 'manual' })
    api.configure({ keys: 'per-payment' })
    expect(api.getState().settings).toEqual({ ...DEFAULT_SETTINGS, ...LOSSY, keys: 'per-payment' })
    api.load({ settings: { seed: 5 }, inputs: pays(0, 3000) })
    expect(simulator.state.session).toEqual({
      settings: { ...DEFAULT_SETTINGS, seed: 5 },
      inputs: pays(0, 3000),
    })
    api.rerun({ keys: 'per-attempt' })
    expect(simulator.state.session).toEqual({
      settings: { ...DEFAULT_SETTINGS, seed: 5, keys: 'per-attempt' },
      inputs: pays(0, 3000),
    })
    api.pay()
    api.configure({ retry: 'auto' })
    expect(simulator.state.session.inputs.at(-1)).toEqual({
      at: 0,
      type: 'configure',
      settings: { retry: 'auto' },
    })
  })

  it('sets and clears a caption', () => {
    const { api, simulator } = scripted()
    api.caption('Now press Pay.')
    expect(simulator.state.caption).toBe('Now press Pay.')
    api.caption('')
    expect(simulator.state.caption).toBeNull()
    api.caption('x'.repeat(500))
    api.caption(null)
    expect(simulator.state.caption).toBeNull()
  })
})

describe('what it tells', () => {
  it('is the state at the playhead, as the contract has it', () => {
    const { api } = scripted({ settings: LOSSY, inputs: pays(0, 3000), atMs: 4000.25, clock: 'manual' })
    expect(api.getState()).toEqual({
      seed: 202,
      timeMs: 4000,
      endMs: 5500,
      eventId: 13,
      status: 'paused',
      settings: { ...DEFAULT_SETTINGS, ...LOSSY },
      balance: 80_000,
      expectedBalance: 90_000,
      payments: [{ id: 'p1', amount: 10_000, attempts: 2, charges: 2, belief: 'waiting' }],
      violations: [{ promise: 'at-most-one-charge', payment: 'p1', eventId: 13 }],
    })
  })

  it('is an empty state before the first event', () => {
    expect(scripted().api.getState()).toMatchObject({
      ...{ timeMs: 0, endMs: 0, eventId: -1, status: 'idle' },
      ...{ balance: 100_000, expectedBalance: 100_000, payments: [], violations: [] },
    })
  })

  it('names a payment that was told paid and never charged', () => {
    const inputs = [...pays(0), { at: 2200, type: 'newPayment' } as const, ...pays(3000)]
    const { api } = scripted({ settings: { ...CALM, keys: 'per-session' }, inputs, atMs: 9000 })
    expect(api.getState()).toMatchObject({
      ...{ balance: 90_000, expectedBalance: 80_000 },
      violations: [{ promise: 'told-paid-means-charged', payment: 'p2' }],
    })
  })

  it('is a copy: who changes it changes nothing here', async () => {
    const { api } = scripted({ settings: LOSSY, inputs: pays(0, 3000), atMs: 9000 })
    const state = api.getState()
    const trace = api.getTrace()
    const events = [await api.waitFor('ledger.charged'), trace[0]]
    for (const event of events) Object.assign(event ?? {}, { kind: 'payment.paid', at: -1 })
    Object.assign(trace[1]?.cause ?? [], { 0: 99 })
    state.payments.pop()
    Object.assign(state.settings, { keys: 'per-payment' })
    trace.length = 0
    expect(api.getState()).toMatchObject({ payments: [{}], settings: { keys: 'off' } })
    expect(api.getTrace().slice(0, 2)).toMatchObject([{ kind: 'payment.opened', at: 0 }, { cause: [0] }])
  })

  itHolds(
    'is plain JSON, and of what has happened up to the playhead',
    { seed: 341, runs: 60 },
    fc.property(session, fc.nat({ max: 30_000 }), ({ settings, inputs }, atMs) => {
      const { api, simulator } = scripted({ settings, inputs, atMs, clock: 'manual' })
      const { events } = run(settings, inputs)
      const happened = events.filter(({ at }) => at <= simulator.playhead.timeMs)
      expect(api.getTrace()).toEqual(happened)
      expect(api.traceHash()).toBe(traceHash(happened))
      const state = api.getState()
      expect(JSON.parse(JSON.stringify(state))).toEqual(state)
      expect(state.eventId).toBe(happened.length - 1)
      const { ledger } = frameAt(simulator.state.trace, simulator.playhead.timeMs).state
      expect(state.payments.reduce((sum, { charges }) => sum + charges, 0)).toBe(ledger.charges.length)
    }),
  )
})
