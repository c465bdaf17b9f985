import type { State } from '../state.ts'
import { chargesOf } from './account.ts'
import { type Minor, OPENING_BALANCE } from './money.ts'

/** The customer's balance as the ledger has it. */
export function balanceOf(state: State): Minor {
  return state.ledger.customer
}

/** What the balance should be: the opening balance less one amount for every payment charged at all or believed paid. */
export function expectedBalance(state: State): Minor {
  let expected = OPENING_BALANCE
  state.payments.forEach(({ amount, belief }, index) => {
    if (belief === 'paid' || chargesOf(state.ledger, index + 1) > 0) expected -= amount
  })
  return expected
}
