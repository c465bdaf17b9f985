import { chargeCounts } from '../ledger/account.ts'
import type { Checker } from './checker.ts'

/** A: never more than one charge a payment. */
export const atMostOneCharge: Checker = {
  promise: 'at-most-one-charge',
  broken({ ledger }) {
    const broken: number[] = []
    chargeCounts(ledger).forEach((count, payment) => {
      if (count > 1) broken.push(payment)
    })
    return broken
  },
  holdsOf: ({ ledger }) => ledger.charges.length > 0,
  causes: payment => [`charge ${payment}`],
}
