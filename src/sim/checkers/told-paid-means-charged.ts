import { chargeCounts } from '../ledger/account.ts'
import { isUnderWay } from '../state.ts'
import type { Checker } from './checker.ts'

/** T: told "paid", no charge, and no request of that payment on a wire, in the inbox or in a worker. */
export const toldPaidMeansCharged: Checker = {
  promise: 'told-paid-means-charged',
  broken(state) {
    const counts = chargeCounts(state.ledger)
    const broken: number[] = []
    state.payments.forEach(({ belief }, index) => {
      const payment = index + 1
      if (belief === 'paid' && !counts[payment] && !isUnderWay(state, payment)) broken.push(payment)
    })
    return broken
  },
  holdsOf: ({ payments }) => payments.some(({ belief }) => belief === 'paid'),
  causes: payment => [`belief ${payment}`],
}
