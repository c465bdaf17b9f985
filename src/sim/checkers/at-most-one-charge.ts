import type { Checker } from './checker.ts'

/** A: never more than one charge a payment. */
export const atMostOneCharge: Checker = {
  promise: 'at-most-one-charge',
  broken({ payments, ledger }) {
    const counts = new Uint16Array(payments.length + 1)
    const broken: number[] = []
    for (const { payment } of ledger.charges) {
      const count = (counts[payment] ?? 0) + 1
      counts[payment] = count
      if (count === 2) broken.push(payment)
    }
    return broken
  },
  causes: payment => [`charge ${payment}`],
}
