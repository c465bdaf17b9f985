import { describe, expect, it } from 'vitest'
import type { Settings } from '../scenario.ts'
import type { Input } from '../session.ts'
import { CALM, chargesIn, eventsOf, lastState, pays, run, timesOf } from '../testing/run.ts'
import type { Trace } from '../trace/trace.ts'

const FAULTS = ['server.crashed', 'server.paused', 'server.failed'] as const
const faultsOf = (trace: Trace) =>
  eventsOf(trace, ...FAULTS).map(({ at, kind, worker, attempt }) => [at, kind, worker, attempt])
const calm = (settings: Partial<Settings>, inputs: Input[]) => run({ ...CALM, ...settings }, inputs)

describe('a crash strikes', () => {
  // Looked at 800, locked at 900, charged at 1200, saved at 1350, unlocked at 1400.
  it.each([
    ['before-charge', 940, 0],
    ['after-charge', 1240, 1],
    ['after-record', 1390, 1],
    ['after-answer-is-ready', 1440, 1],
  ] as const)('40 ms after its point (%s): at %d ms', (crash, at, charges) => {
    const trace = calm({ keys: 'per-payment', server: 'lock-check-outside', crash }, pays(0))
    expect(faultsOf(trace)).toEqual([[at, 'server.crashed', 'w1', 1]])
    expect(timesOf(trace, 'server.restarted')).toEqual([at + 800])
    expect(eventsOf(trace, 'response.sent')).toEqual([])
    expect(chargesIn(trace, 1)).toBe(charges)
  })

  it('the first worker to reach the point, and that one only', () => {
    const trace = calm({ crash: 'before-charge' }, pays(0, 10))
    expect(faultsOf(trace)).toEqual([[740, 'server.crashed', 'w1', 1]])
    expect(timesOf(trace, 'ledger.charged')).toEqual([1010])
  })

  it('a payment once: its retry is spared, the next payment is not', () => {
    const trace = calm({ crash: 'before-charge' }, [
      ...pays(0, 3000),
      { at: 6000, type: 'newPayment' },
      ...pays(7000),
    ])
    expect(faultsOf(trace)).toEqual([
      [740, 'server.crashed', 'w1', 1],
      [7740, 'server.crashed', 'w1', 1],
    ])
    expect([chargesIn(trace, 1), chargesIn(trace, 2)]).toEqual([1, 0])
  })

  it('nobody where no worker comes to the point', () => {
    expect(faultsOf(calm({ crash: 'after-record' }, pays(0)))).toEqual([])
    expect(faultsOf(calm({ crash: 'none' }, pays(0)))).toEqual([])
  })

  it('and the restarted worker takes what has waited in the meantime, in order', () => {
    const trace = calm({ crash: 'before-charge' }, pays(0, 10, 20, 30, 40))
    const started = eventsOf(trace, 'handler.started')
    expect(started.map(({ at, worker, attempt }) => [at, worker, attempt])).toEqual([
      [700, 'w1', 1],
      [710, 'w2', 2],
      [1110, 'w2', 3],
      [1510, 'w2', 4],
      [1540, 'w1', 5],
    ])
    // It goes on with it: charged 300 ms later.
    expect(timesOf(trace, 'ledger.charged')).toEqual([1010, 1410, 1810, 1840])
  })
})

describe('a pause strikes', () => {
  it('40 ms after a worker is about to charge, for as long as is set, once a payment', () => {
    const trace = calm({ pause: 1000 }, pays(0, 10))
    expect(faultsOf(trace)).toEqual([[740, 'server.paused', 'w1', 1]])
    expect(timesOf(trace, 'server.resumed')).toEqual([1740])
    expect(eventsOf(trace, 'ledger.charged').map(({ at, attempt }) => [at, attempt])).toEqual([
      [1010, 2],
      [2040, 1],
    ])
  })

  it('each payment anew', () => {
    const trace = calm({ pause: 1 }, [...pays(0), { at: 5000, type: 'newPayment' }, ...pays(6000)])
    expect(timesOf(trace, 'server.paused')).toEqual([740, 6740])
    expect(timesOf(trace, 'server.resumed')).toEqual([741, 6741])
  })

  it('nobody when it is 0', () => {
    expect(faultsOf(calm({ pause: 0 }, pays(0)))).toEqual([])
  })

  it('for the length that is set when the worker falls asleep', () => {
    const trace = calm({ pause: 1000 }, [
      ...pays(0),
      { at: 800, type: 'configure', settings: { pause: 5000 } },
    ])
    expect(timesOf(trace, 'server.resumed')).toEqual([1740])
  })
})

describe('an error strikes', () => {
  it('at the charge, which then is answered with 500 in the time it takes anyway', () => {
    const trace = calm({ keys: 'per-payment', serverError: 'after-charge' }, pays(0))
    expect(faultsOf(trace)).toEqual([[1150, 'server.failed', 'w1', 1]])
    expect(timesOf(trace, 'ledger.charged')).toEqual([1300])
    expect(eventsOf(trace, 'response.sent')).toMatchObject([{ at: 1400, response: { status: 500 } }])
    expect(timesOf(trace, 'payment.unknown')).toEqual([2100])
  })

  it('a payment once: its retry is spared, the next payment is not', () => {
    const trace = calm({ serverError: 'after-charge' }, [
      ...pays(0, 3000),
      { at: 6000, type: 'newPayment' },
      ...pays(7000),
    ])
    expect(faultsOf(trace)).toEqual([
      [1000, 'server.failed', 'w1', 1],
      [8000, 'server.failed', 'w1', 1],
    ])
    expect(eventsOf(trace, 'response.sent').map(({ response }) => response?.status)).toEqual([500, 201, 500])
  })

  it('not after a charge that was declined', () => {
    const trace = calm({ serverError: 'after-charge', card: 'declined' }, pays(0))
    expect(faultsOf(trace)).toEqual([])
    expect(lastState(trace).payments[0]?.belief).toBe('failed')
  })
})

describe('several faults', () => {
  it('befall one payment one after the other: first the crash, then the pause, then the error', () => {
    const settings = { crash: 'before-charge', pause: 1000, serverError: 'after-charge' } as const
    const trace = calm(settings, pays(0, 3000, 9000))
    expect(faultsOf(trace)).toEqual([
      [740, 'server.crashed', 'w1', 1],
      [3740, 'server.paused', 'w1', 2],
      [5040, 'server.failed', 'w1', 2],
    ])
    expect(eventsOf(trace, 'response.sent').map(({ at, response }) => [at, response?.status])).toEqual([
      [5140, 500],
      [10_100, 201],
    ])
  })

  it('at one point: the crash goes before the error, which keeps for the retry', () => {
    const trace = calm({ crash: 'after-charge', serverError: 'after-charge' }, pays(0, 3000))
    expect(faultsOf(trace)).toEqual([
      [1040, 'server.crashed', 'w1', 1],
      [4000, 'server.failed', 'w1', 2],
    ])
  })
})
