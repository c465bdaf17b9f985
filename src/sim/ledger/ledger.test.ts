import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { simulate } from '../drivers/timed.ts'
import { session } from '../testing/arbitraries.ts'
import { itHolds } from '../testing/property.ts'
import { Scene } from '../testing/scene.ts'
import { chargeCounts, chargesOf, openingLedger, post } from './account.ts'
import { balanceOf, expectedBalance } from './balance.ts'
import { OPENING_BALANCE } from './money.ts'

describe('money', () => {
  itHolds(
    'is conserved: after every step the accounts are what the rows say',
    { seed: 91, runs: 300 },
    fc.property(session, drawn => {
      const trace = simulate(drawn)
      for (const { state } of trace.steps) {
        const moved = state.ledger.charges.reduce((sum, { amount }) => sum + amount, 0)
        expect(state.ledger.customer).toBe(OPENING_BALANCE - moved)
        expect(state.ledger.merchant).toBe(moved)
        expect(Number.isSafeInteger(moved)).toBe(true)
      }
      expect(trace.events.filter(event => event.data?.promise === 'money-conserved')).toEqual([])
    }),
  )

  itHolds(
    'moves only when a charge is told, and then by its amount',
    { seed: 92, runs: 200 },
    fc.property(session, drawn => {
      const trace = simulate(drawn)
      let before = trace.opening
      for (const { state, events } of trace.steps) {
        const charged = events.filter(event => event.kind === 'ledger.charged')
        const told = charged.reduce((sum, event) => sum + Number(event.data?.amount), 0)
        expect(before.ledger.customer - state.ledger.customer).toBe(told)
        expect(charged.every(event => event.data?.balance === state.ledger.customer)).toBe(true)
        before = state
      }
    }),
  )
})

describe('the ledger', () => {
  it('opens with $1,000.00 and no rows', () => {
    expect(openingLedger).toEqual({ customer: 100_000, merchant: 0, charges: [] })
  })

  it('posts a row to both accounts, also below zero', () => {
    const row = {
      id: 'ch_1_1',
      payment: 1,
      attempt: 1,
      amount: 150_000,
      handler: 'no-key',
      key: null,
    } as const
    expect(post(openingLedger, row)).toEqual({ customer: -50_000, merchant: 150_000, charges: [row] })
    expect(openingLedger.charges).toEqual([])
    expect([chargesOf(post(openingLedger, row), 1), chargesOf(openingLedger, 1)]).toEqual([1, 0])
  })
})

describe('the rows of a ledger', () => {
  const row = { id: 'ch_2_1', payment: 2, attempt: 1, amount: 100, handler: 'no-key', key: null } as const
  const twice = post(post(openingLedger, row), { ...row, id: 'ch_2_2', attempt: 2 })

  it('are counted by payment, with nothing where there is no payment', () => {
    expect(Object.entries(chargeCounts(twice))).toEqual([['2', 2]])
  })

  it('are counted once', () => {
    expect(chargeCounts({ ...twice })).toBe(chargeCounts(twice))
  })
})

describe('the expected balance', () => {
  it('is the opening balance at first', () => {
    expect(expectedBalance(new Scene().state)).toBe(100_000)
  })

  it('is less one amount for a payment that was charged twice', () => {
    const { state } = new Scene().pay().serve(1, 1).pay().serve(1, 2)
    expect([balanceOf(state), expectedBalance(state)]).toEqual([80_000, 90_000])
  })

  it('is not less for a payment that was never charged', () => {
    const { state } = new Scene().pay().lose('p1.a1.request')
    expect([balanceOf(state), expectedBalance(state)]).toEqual([100_000, 100_000])
  })

  it('is less for a payment that is believed paid and was swallowed', () => {
    const { state } = new Scene({ keys: 'per-session' })
      .pay()
      .complete(1, 1)
      .newPayment()
      .pay()
      .complete(2, 1)
    expect([balanceOf(state), expectedBalance(state)]).toEqual([90_000, 80_000])
  })
})
