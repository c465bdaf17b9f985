import { describe, expect, it } from 'vitest'
import { drawsOf } from '../draw.ts'
import { CALM, chargesIn, eventsOf, flightOf, lastState, pays, run, timesOf } from '../testing/run.ts'

const AUTO = { ...CALM, retry: 'auto', seed: 1 } as const

describe('Retry-After', () => {
  // Sent at 0, turned away at 700, the 429 arrives at 1400.
  it('is waited for where the backoff would be shorter', () => {
    const trace = run({ ...AUTO, rateLimit: 1, backoff: 'fixed', jitter: 'full', attempts: 3 }, pays(0))
    expect(timesOf(trace, 'attempt.sent')).toEqual([0, 2400, 4800])
  })

  it('is waited for after a time-out, too, when the answer comes before the retry', () => {
    const late = { ...AUTO, rateLimit: 1, backoff: 'fixed', timeout: 1000, attempts: 3 } as const
    // Timed out at 1000, the retry is planned for 2000; the 429 arrives at 1400.
    expect(timesOf(run(late, pays(0)), 'attempt.sent')).toEqual([0, 2400, 4800])
  })

  it('of an older attempt holds the retry that follows a newer one (seed 2)', () => {
    const settings = {
      ...AUTO,
      seed: 2,
      rateLimit: 1,
      backoff: 'fixed',
      jitter: 'full',
      attempts: 3,
    } as const
    // The 429 to attempt 1 arrives at 1400, while attempt 2, pressed by hand and lost, is waited for until 2300.
    const lost = { at: 1350, type: 'dropMessage', message: 'p1.a2.request' } as const
    const trace = run({ ...settings, timeout: 1000 }, [...pays(0, 1300), lost])
    expect(2300 + 1000 * drawsOf(2)('jitter', 1, 2)).toBeLessThan(2400)
    expect(timesOf(trace, 'attempt.sent')).toEqual([0, 1300, 2400])
  })

  it('gives way to a backoff that is longer', () => {
    const trace = run({ ...AUTO, rateLimit: 1, backoff: 'exponential', attempts: 4 }, pays(0))
    // After 1, 2 and 4 s.
    expect(timesOf(trace, 'attempt.sent')).toEqual([0, 2400, 5800, 11_200])
  })

  it('asks nothing of a retry after a time-out', () => {
    const trace = run(
      { ...AUTO, responseLoss: 1, backoff: 'fixed', jitter: 'full', attempts: 2, timeout: 2500 },
      pays(0),
    )
    const waited = Math.floor(1000 * drawsOf(1)('jitter', 1, 1))
    expect(waited).toBeLessThan(1000)
    expect(timesOf(trace, 'attempt.sent')).toEqual([0, 2500 + waited])
  })

  it('asks nothing of a retry after a 500, which has none', () => {
    const settings = { serverError: 'after-charge', backoff: 'fixed', jitter: 'full', attempts: 2 } as const
    const trace = run({ ...AUTO, ...settings }, pays(0))
    const waited = Math.floor(1000 * drawsOf(1)('jitter', 1, 1))
    expect(timesOf(trace, 'attempt.sent')).toEqual([0, 1800 + waited])
  })

  it('means nothing to a person, who may press at once', () => {
    const trace = run({ ...CALM, rateLimit: 1 }, pays(0, 1401))
    expect(timesOf(trace, 'attempt.sent')).toEqual([0, 1401])
  })
})

describe('a client made automatic', () => {
  it('sends again after the backoff when it does not know', () => {
    const trace = run({ ...CALM, responseLoss: 1, attempts: 2 }, [
      ...pays(0),
      { at: 3000, type: 'configure', settings: { retry: 'auto' } },
    ])
    expect(timesOf(trace, 'attempt.sent')).toEqual([0, 4000])
  })

  it.each([
    [2000, { retry: 'auto' }, [0, 3500]],
    [3000, { attempts: 3 }, [0]],
    [3000, { retry: 'manual' }, [0]],
  ] as const)('at %d by %j sends at %j', (at, settings, sent) => {
    // Before the time-out at 2500 there is nothing to do yet; a change of something else makes nothing automatic.
    const trace = run({ ...CALM, responseLoss: 1, attempts: 2 }, [
      ...pays(0),
      { at, type: 'configure', settings },
    ])
    expect(timesOf(trace, 'attempt.sent')).toEqual(sent)
  })
})

describe('delivered twice', () => {
  it('a request without a key is charged twice', () => {
    const trace = run({ ...CALM, duplicate: 1 }, pays(0))
    expect(timesOf(trace, 'request.duplicated')).toEqual([0])
    expect(
      eventsOf(trace, 'handler.started').map(({ at, worker, message }) => [at, worker, message]),
    ).toEqual([
      [700, 'w1', 'p1.a1.request'],
      [700, 'w2', 'p1.a1.request.2'],
    ])
    expect(lastState(trace).ledger.charges.map(({ id }) => id)).toEqual(['ch_1_1', 'ch_1_1_2'])
    expect(timesOf(trace, 'payment.paid')).toEqual([1800])
  })

  it('a request with a key is charged once, and its second is answered 409', () => {
    const trace = run({ ...CALM, duplicate: 1, keys: 'per-payment' }, pays(0))
    expect(chargesIn(trace, 1)).toBe(1)
    expect(
      eventsOf(trace, 'response.sent').map(({ message, response }) => [message, response?.status]),
    ).toEqual([
      ['p1.a1.response.2', 409],
      ['p1.a1.response', 201],
    ])
    // The 409 overtakes the 201 and leaves the payment unknown, until the 201 arrives.
    expect(eventsOf(trace, 'payment.unknown', 'payment.paid').map(({ at, kind }) => [at, kind])).toEqual([
      [1650, 'payment.unknown'],
      [2100, 'payment.paid'],
    ])
  })

  it('even a new key per attempt holds, for a copy has the key of its original', () => {
    const trace = run({ ...CALM, duplicate: 1, keys: 'per-attempt' }, pays(0))
    expect(chargesIn(trace, 1)).toBe(1)
  })

  it('a request that is lost is not', () => {
    const trace = run({ ...CALM, duplicate: 1, requestLoss: 1 }, pays(0))
    expect(eventsOf(trace, 'request.duplicated')).toEqual([])
    expect(trace.flights).toHaveLength(1)
  })

  it('a request that is turned away is turned away twice', () => {
    const trace = run({ ...CALM, duplicate: 1, rateLimit: 1 }, pays(0))
    expect(eventsOf(trace, 'response.sent').map(({ at, response }) => [at, response?.status])).toEqual([
      [700, 429],
      [700, 429],
    ])
    expect(eventsOf(trace, 'handler.started')).toEqual([])
  })
})

describe('a late answer', () => {
  it('from a worker that slept past the time-out is taken all the same', () => {
    const trace = run({ ...CALM, pause: 3000 }, pays(0))
    expect(timesOf(trace, 'attempt.timedOut')).toEqual([2500])
    // Asleep from 740 to 3740, charged at 4040, answered at 4140.
    expect(timesOf(trace, 'payment.paid')).toEqual([4840])
    expect(flightOf(trace, 'p1.a1.response').lateFrom).toBe(2500)
  })

  it('spares the automatic client its next attempt', () => {
    const trace = run({ ...AUTO, timeout: 1500, backoff: 'fixed' }, pays(0))
    // The answer arrives at 1800, before the retry at 2500.
    expect([timesOf(trace, 'attempt.timedOut'), timesOf(trace, 'attempt.sent')]).toEqual([[1500], [0]])
  })
})

describe('a memory of its own', () => {
  it('for each instance lets the retry be charged again', () => {
    const settings = { ...CALM, keys: 'per-payment', server: 'lua-get-or-claim', responseLoss: 1 } as const
    expect(chargesIn(run({ ...settings, memory: 'per-instance' }, pays(0, 3000, 6000)), 1)).toBe(2)
    expect(chargesIn(run({ ...settings, memory: 'shared' }, pays(0, 3000, 6000)), 1)).toBe(1)
  })
})
