import { afterEach, describe, expect, it, vi } from 'vitest'
import { EVENT_KINDS, type TraceEvent } from '../sim/index.ts'
import { CALM, pays } from '../sim/testing/run.ts'
import { scripted } from '../testing/scripted.ts'
import type { PublicState } from './api-types.ts'

const LOSSY = { ...CALM, responseLoss: 1 }
const kindOf = (event: TraceEvent | PublicState) => ('kind' in event ? event.kind : 'a state')

afterEach(() => {
  vi.useRealTimers()
})

describe('listening to events', () => {
  it('tells every event once it is passed, of any kind or of one', () => {
    const { api, clock } = scripted({ settings: LOSSY })
    const any: string[] = []
    const charges: number[] = []
    const off = api.on('event', event => any.push(kindOf(event)))
    api.on('ledger.charged', event => charges.push((event as TraceEvent).at))
    api.pay()
    expect(any).toEqual(['payment.opened', 'attempt.sent'])
    clock.run(2600)
    api.pay()
    off()
    clock.run(2600)
    expect(charges).toEqual([1000, 3500])
    expect(any).toHaveLength(10)
  })

  it.each(EVENT_KINDS)('can be for %s', kind => {
    const { api } = scripted()
    const off = api.on(kind, () => {})
    expect(off).toBeTypeOf('function')
  })

  it('keeps the order of the events when a listener presses', () => {
    const { api, clock } = scripted({ settings: LOSSY })
    const ids: number[] = []
    api.on('attempt.timedOut', () => api.pay())
    api.on('event', event => ids.push((event as TraceEvent).id))
    api.pay()
    clock.run(3000)
    expect(ids.length).toBeGreaterThan(9)
    expect(ids).toEqual(ids.map((_, index) => index))
  })

  it('gives each listener its own copy', () => {
    const { api } = scripted({ settings: CALM })
    const seen: (TraceEvent | PublicState)[] = []
    api.on('attempt.sent', event => seen.push(Object.assign(event, { kind: 'payment.paid' })))
    api.on('attempt.sent', event => seen.push(event))
    api.pay()
    expect(seen.map(kindOf)).toEqual(['payment.paid', 'attempt.sent'])
    expect(api.getTrace().map(({ kind }) => kind)).toEqual(['payment.opened', 'attempt.sent'])
  })

  it('lets a script press on what it hears: an impatient client', () => {
    const { api, clock, simulator } = scripted({ settings: LOSSY })
    const ids: number[] = []
    api.on('attempt.timedOut', event => {
      if ((event as TraceEvent).attempt === 1) api.pay()
    })
    api.on('event', event => ids.push((event as TraceEvent).id))
    api.pay()
    clock.run(6000)
    expect(api.getState().payments).toMatchObject([{ attempts: 2, charges: 2 }])
    expect(ids.sort((a, b) => a - b)).toEqual(simulator.state.trace.events.map(({ id }) => id))
  })

  it('keeps a faulty listener from stopping the others, the press and the clock; the page hears of the fault', () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] })
    const { api, clock } = scripted({ settings: CALM })
    const kinds: string[] = []
    api.on('event', () => {
      throw new Error('a fault in the course page')
    })
    api.on('state', () => {
      throw new Error('a fault in the course page')
    })
    api.on('event', event => kinds.push(kindOf(event)))
    expect(() => api.pay()).not.toThrow()
    clock.run(2000)
    expect(api.getState()).toMatchObject({ timeMs: 1800, status: 'idle' })
    expect(kinds).toHaveLength(8)
    expect(() => vi.runAllTimers()).toThrow('a fault in the course page')
  })
})

describe('listening to the state', () => {
  it('tells it when something happens, and never of two sessions at once', () => {
    const { api, clock } = scripted({ settings: LOSSY })
    const states: PublicState[] = []
    const off = api.on('state', state => states.push(state as PublicState))
    const told = () => states.splice(0).map(({ status, timeMs, eventId }) => [status, timeMs, eventId])
    api.pay()
    expect(told()).toEqual([['running', 0, 1]])
    clock.run(1000)
    expect(told()).toEqual([
      ['running', 700, 3],
      ['running', 1000, 4],
    ])
    api.pause()
    expect(told()).toEqual([['paused', 1000, 4]])
    api.rerun({ keys: 'per-payment' })
    expect(told()).toEqual([['running', 0, 1]])
    api.undo()
    expect(told()).toEqual([['paused', 1000, 4]])
    off()
    api.reset()
    expect(told()).toEqual([])
  })

  it('is not told of captions, notices and the speed', () => {
    const { api, simulator } = scripted({ settings: CALM, inputs: pays(0) })
    const listener = vi.fn()
    api.on('state', listener)
    api.caption('Look')
    simulator.notify('plain', 'Look')
    simulator.setSpeed(2)
    expect(listener).not.toHaveBeenCalled()
  })
})
