import { describe, expect, it } from 'vitest'
import type { Charge } from '../ledger/transfer.ts'
import type { State } from '../state.ts'
import { Scene } from '../testing/scene.ts'
import { atMostOneCharge } from './at-most-one-charge.ts'
import { CHECKERS } from './checkers.ts'
import { moneyConserved } from './money-conserved.ts'
import { toldPaidMeansCharged } from './told-paid-means-charged.ts'

const KEYED = { keys: 'per-payment' } as const
const charged = (payment: number, attempt: number): Charge => ({
  handler: 'no-key',
  key: null,
  id: `ch_${payment}_${attempt}`,
  payment,
  attempt,
  amount: 10_000,
})

/** Three payments, each charged and known to be. */
function good(): State {
  const scene = new Scene(KEYED)
  for (const payment of [1, 2, 3]) scene.pay().complete(payment, 1).newPayment()
  return scene.state
}

const withCharges = (state: State, ...rows: [number, number][]): State => ({
  ...state,
  ledger: { ...state.ledger, charges: rows.map(([payment, attempt]) => charged(payment, attempt)) },
})

describe('the promises', () => {
  it('hold in a good world', () => {
    expect(CHECKERS.map(checker => checker.broken(good()))).toEqual([[], [], []])
  })
})

describe('at most one charge a payment', () => {
  it('is broken by a second row, and by a third not again', () => {
    const doctored = withCharges(good(), [1, 1], [3, 1], [2, 1], [3, 2], [1, 2], [1, 3])
    expect(atMostOneCharge.broken(doctored).sort()).toEqual([1, 3])
  })

  it('points at all the charges there were', () => {
    const scene = new Scene().pay().serve(1, 1).pay().serve(1, 2)
    const [broken] = scene.events('promise.broken')
    expect(broken).toMatchObject({ payment: 'p1', actor: 'checker', data: { promise: 'at-most-one-charge' } })
    expect(broken?.cause).toEqual(scene.events('ledger.charged').map(event => event.id))
    expect(broken?.cause).toHaveLength(2)
  })

  it('is told once a payment, however often it is charged', () => {
    const scene = new Scene().pay().serve(1, 1).pay().serve(1, 2).pay().serve(1, 3).newPayment()
    scene.pay().serve(2, 1).pay().serve(2, 2)
    expect(scene.events('promise.broken').map(event => event.payment)).toEqual(['p1', 'p2'])
  })
})

describe('told paid means charged', () => {
  it('is broken by a payment believed paid without a row', () => {
    expect(toldPaidMeansCharged.broken(withCharges(good(), [1, 1], [3, 1]))).toEqual([2])
  })

  it('is not broken by a payment that is not believed paid', () => {
    const unknown = new Scene(KEYED).pay().serve(1, 1).timeout(1, 1).state
    expect(toldPaidMeansCharged.broken(withCharges(unknown))).toEqual([])
  })

  it.each<[string, (scene: Scene) => Scene]>([
    ['on a wire', scene => scene],
    ['in the inbox', scene => fill(scene).deliver('p1.a2.request')],
    ['in a worker', scene => scene.deliver('p1.a2.request')],
  ])('waits while a request of that payment is %s', (_, bring) => {
    const { state } = bring(new Scene(KEYED).pay().pay().complete(1, 1))
    const doctored = withCharges(state)
    expect(doctored.payments[0]?.belief).toBe('paid')
    expect(toldPaidMeansCharged.broken(doctored)).toEqual([])
    expect(toldPaidMeansCharged.broken({ ...doctored, wires: [], inbox: [], workers: [null, null] })).toEqual(
      [1],
    )
  })

  /** Both workers are busy with another payment. */
  function fill(scene: Scene): Scene {
    return scene.newPayment().pay().pay().deliver('p2.a1.request').deliver('p2.a2.request')
  }

  it('does not wait for a request of another payment', () => {
    const scene = new Scene(KEYED).pay().complete(1, 1).newPayment().pay()
    expect(toldPaidMeansCharged.broken(withCharges(scene.state))).toEqual([1])
  })

  it('does not wait for an answer', () => {
    const scene = new Scene(KEYED).pay().pay().complete(1, 1).serve(1, 2)
    expect(toldPaidMeansCharged.broken(withCharges(scene.state))).toEqual([1])
  })
})

describe('money is conserved', () => {
  it.each<[string, (ledger: State['ledger']) => State['ledger']]>([
    ['the customer is debited without a row', ledger => ({ ...ledger, customer: ledger.customer - 1 })],
    ['the merchant is credited without a row', ledger => ({ ...ledger, merchant: ledger.merchant + 1 })],
    ['a row is not posted', ledger => ({ ...ledger, charges: [...ledger.charges, charged(1, 2)] })],
    ['a row is gone', ledger => ({ ...ledger, charges: ledger.charges.slice(1) })],
  ])('is broken when %s', (_, doctor) => {
    const state = good()
    expect(moneyConserved.broken({ ...state, ledger: doctor(state.ledger) })).toEqual([0])
  })
})
