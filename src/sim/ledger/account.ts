import { type Minor, OPENING_BALANCE } from './money.ts'
import type { Charge } from './transfer.ts'

/** Two accounts and the rows between them. Each row debits one and credits the other (double entry). */
export interface Ledger {
  /** The customer's balance; it may go negative, since a double charge asks nobody. */
  readonly customer: Minor
  readonly merchant: Minor
  readonly charges: readonly Charge[]
}

export const openingLedger: Ledger = { customer: OPENING_BALANCE, merchant: 0, charges: [] }

/** The ledger with one row more, both accounts posted. */
export function post(ledger: Ledger, charge: Charge): Ledger {
  return {
    customer: ledger.customer - charge.amount,
    merchant: ledger.merchant + charge.amount,
    charges: [...ledger.charges, charge],
  }
}

/** How many times a payment (1, 2, …) was charged. */
export function chargesOf(ledger: Ledger, payment: number): number {
  return chargeCounts(ledger)[payment] ?? 0
}

const counted = new WeakMap<readonly Charge[], readonly number[]>()

/** Rows by payment, with holes where there is none. It is asked for after every step, so a list of rows is counted once. */
export function chargeCounts({ charges }: Ledger): readonly number[] {
  const known = counted.get(charges)
  if (known) return known
  const counts: number[] = []
  for (const { payment } of charges) counts[payment] = (counts[payment] ?? 0) + 1
  counted.set(charges, counts)
  return counts
}
