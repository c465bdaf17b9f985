import { describe, expect, it } from 'vitest'
import type { Settings } from '../scenario.ts'
import { CALM, chargesIn, eventsOf, lastState, pays, run } from '../testing/run.ts'
import { type KeyPolicy, keyFor } from './key-policy.ts'

/** The `Idempotency-Key` of every attempt, in order of sending. */
function headers(settings: Partial<Settings>, inputs: Parameters<typeof run>[1]): (string | undefined)[] {
  return eventsOf(run(settings, inputs), 'attempt.sent').map(
    event => event.request?.headers['Idempotency-Key'],
  )
}

/** Two payments; the first answer of the first is lost. */
const TWO_PAYMENTS = [
  { at: 0, type: 'dropMessage', message: 'p1.a1.response' },
  ...pays(0, 3000),
  { at: 6000, type: 'newPayment' },
  ...pays(7000),
] as const

describe('the key policy', () => {
  it.each<[KeyPolicy, (string | null)[]]>([
    ['off', [null, null, null]],
    ['per-payment', ['k3', 'k3', 'k4']],
    ['per-attempt', ['k3.1', 'k3.2', 'k4.1']],
    ['per-session', ['k', 'k', 'k']],
  ])('%s names the keys of two attempts and of another payment %o', (policy, names) => {
    expect([keyFor(policy, 3, 1), keyFor(policy, 3, 2), keyFor(policy, 4, 1)]).toEqual(names)
  })

  it.each<[KeyPolicy, number]>([
    ['off', 0],
    ['per-payment', 2],
    ['per-attempt', 3],
    ['per-session', 1],
  ])('%s prints so many different UUIDs over three attempts of two payments: %d', (keys, count) => {
    const sent = headers({ ...CALM, keys }, TWO_PAYMENTS)
    expect(sent).toHaveLength(3)
    expect(new Set(sent.filter(Boolean)).size).toBe(count)
  })

  it('off charges every attempt that is delivered', () => {
    expect(chargesIn(run({ ...CALM, keys: 'off' }, TWO_PAYMENTS), 1)).toBe(2)
  })

  it('per-payment charges each payment once', () => {
    const trace = run({ ...CALM, keys: 'per-payment' }, TWO_PAYMENTS)
    expect([chargesIn(trace, 1), chargesIn(trace, 2)]).toEqual([1, 1])
    expect(eventsOf(trace, 'promise.broken')).toEqual([])
  })

  it('per-attempt charges as if there were no key', () => {
    const bug = run({ ...CALM, keys: 'per-attempt' }, TWO_PAYMENTS)
    const off = run({ ...CALM, keys: 'off' }, TWO_PAYMENTS)
    const charged = (trace: typeof off) =>
      lastState(trace).ledger.charges.map(({ payment, attempt, amount }) => [payment, attempt, amount])
    expect(charged(bug)).toEqual(charged(off))
    expect(lastState(bug).ledger.customer).toBe(lastState(off).ledger.customer)
  })

  it('per-session swallows the second purchase: told paid, never charged', () => {
    const trace = run({ ...CALM, keys: 'per-session' }, TWO_PAYMENTS)
    expect([chargesIn(trace, 1), chargesIn(trace, 2)]).toEqual([1, 0])
    expect(lastState(trace).payments.map(payment => payment.belief)).toEqual(['paid', 'paid'])
    expect(eventsOf(trace, 'promise.broken')).toMatchObject([
      { payment: 'p2', data: { promise: 'told-paid-means-charged' } },
    ])
  })

  it('applies from the next payment when it is changed', () => {
    const sent = headers({ ...CALM, responseLoss: 1 }, [
      ...pays(0),
      { at: 1000, type: 'configure', settings: { keys: 'per-payment' } },
      ...pays(3000),
      { at: 6000, type: 'newPayment' },
      ...pays(7000, 10_000),
    ])
    expect(sent).toEqual([undefined, undefined, expect.any(String), sent[2]])
  })
})
