import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from './scenario.ts'
import type { Input } from './session.ts'
import { chargesIn, eventsOf, flightOf, lastState, pays, run } from './testing/run.ts'

/** A person buys three times; each time the first answer does not come and they press again after the timeout. */
const threePayments: Input[] = [0, 10_000, 20_000].flatMap((at): Input[] => [
  ...pays(at, at + 3000),
  { at: at + 9000, type: 'newPayment' },
])

describe(`the story of the default settings (seed ${DEFAULT_SETTINGS.seed})`, () => {
  const harm = run({}, threePayments)
  const cure = run({ keys: 'per-payment' }, threePayments)

  it.each([1, 2, 3])('loses the first answer of payment %d and lets the second arrive', payment => {
    expect(flightOf(harm, `p${payment}.a1.request`).end).toBe('delivered')
    expect(flightOf(harm, `p${payment}.a1.response`).end).toBe('lost')
    expect(flightOf(harm, `p${payment}.a2.request`).end).toBe('delivered')
    expect(flightOf(harm, `p${payment}.a2.response`).end).toBe('delivered')
    expect(eventsOf(harm, 'attempt.sent').filter(event => event.payment === `p${payment}`)).toHaveLength(2)
  })

  it('charges each payment twice without keys, and once with the same bad luck and keys', () => {
    expect([1, 2, 3].map(payment => chargesIn(harm, payment))).toEqual([2, 2, 2])
    expect([1, 2, 3].map(payment => chargesIn(cure, payment))).toEqual([1, 1, 1])
    expect(cure.flights.map(({ message, end }) => [message, end])).toEqual(
      harm.flights.map(({ message, end }) => [message, end]),
    )
  })

  it('ends in both believed paid, with $400.00 against $700.00 left', () => {
    for (const trace of [harm, cure]) {
      expect(lastState(trace).payments.map(payment => payment.belief)).toEqual(['paid', 'paid', 'paid'])
    }
    expect([lastState(harm), lastState(cure)].map(state => state.ledger.customer)).toEqual([40_000, 70_000])
  })
})
