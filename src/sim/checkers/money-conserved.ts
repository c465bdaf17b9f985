import { OPENING_BALANCE } from '../ledger/money.ts'
import type { Checker } from './checker.ts'

/** What the customer lost the merchant has, and the rows say how much that is. */
export const moneyConserved: Checker = {
  promise: 'money-conserved',
  broken({ ledger }) {
    let moved = 0
    for (const { amount } of ledger.charges) moved += amount
    const conserved = ledger.customer === OPENING_BALANCE - moved && ledger.merchant === moved
    return conserved ? [] : [0]
  },
  holdsOf: ({ ledger }) => ledger.charges.length > 0,
  causes: () => [],
}
