import { keyFor, type State } from '../sim/index.ts'
import { type Past, pastOf } from './past.ts'
import { A_KEY_PER_PAYMENT, KEYS_ON, TRANSACTION } from './reruns.ts'
import type { Judged } from './verdict.ts'
import { whyInSpiteOfTheKey } from './why-twice.ts'
import { times } from './words.ts'

/** A payment (1, 2, …) was charged more than once. */
export function chargedTwice(state: State, past: Past, number: number, counts: readonly number[]): Judged {
  // A payment that is still on its way, or was never charged, explains no charge.
  const meant = counts.filter(count => count > 0).length
  return {
    tone: 'lost',
    headline: `Charged ${times(state.ledger.charges.length)}, meant ${times(meant)}`,
    moment: { promise: 'at-most-one-charge', payment: `p${number}` },
    ...whyTwice(state, past, number),
  }
}

/**
 * Why a payment was charged again: its second charge, or the last so far of `nth`, against the one before it.
 */
export function whyTwice(
  state: State,
  past: Past,
  number: number,
  nth = 2,
): Pick<Judged, 'reason' | 'rerun'> {
  const { payments, ledger, settings } = state
  const rows = ledger.charges.filter(row => row.payment === number)
  const keys = payments[number - 1]?.keys
  const attempt = rows[nth - 1]?.attempt ?? nth
  const many = nth === 2 && rows.length > 2
  const isCopy = rows.slice(0, nth - 1).some(row => row.attempt === attempt)
  if (keys === 'off' && settings.keys !== 'off')
    return {
      reason: 'Keys were switched on after it was opened: they hold from the next payment.',
      rerun: KEYS_ON,
    }
  if (keys === 'off') return { reason: withoutKey(attempt, many, isCopy), rerun: KEYS_ON }
  // Only the copy of a request has the same key again.
  if (keys === 'per-attempt' && !isCopy)
    return {
      // The first attempt's key is new by nature.
      reason:
        many || attempt === 1
          ? 'Each attempt carried a key of its own, so to the bank each was a new payment.'
          : `Attempt ${attempt} carried a new key, so to the bank it was a new payment.`,
      rerun: A_KEY_PER_PAYMENT,
    }
  const charges = pastOf(past, number).filter(({ kind }) => kind === 'ledger.charged')
  const pair = rows.slice(nth - 2, nth)
  const handlers = (keys === 'per-attempt' || nth > 2 ? pair : rows).map(({ handler }) => handler)
  return whyInSpiteOfTheKey(past, charges.slice(nth - 2), handlers, settings)
}

function withoutKey(attempt: number, many: boolean, isCopy: boolean): string {
  if (many) return 'No request carried a key, so the bank took each for a new payment.'
  return isCopy
    ? `The network delivered attempt ${attempt} twice, and it carried no key.`
    : `Attempt ${attempt} carried no key, so the bank could not know it had charged already.`
}

/** A payment was told "paid", and nothing will charge it any more. */
export function paidForNothing(state: State, past: Past, number: number): Judged {
  const payment = `p${number}`
  const key = keyFor(state.payments[number - 1]?.keys ?? 'off', number, 1)
  const isUsed = past.some(
    event => event.kind === 'store.written' && event.data?.key === key && event.payment !== payment,
  )
  const swallowed = isUsed && state.payments[number - 1]?.keys === 'per-session'
  return {
    tone: 'lost',
    headline: `Payment ${number}: told “paid”, never charged`,
    reason: swallowed
      ? 'It carried an earlier payment’s key, so the bank took the work for done.'
      : whyTakenForDone(pastOf(past, number)),
    rerun: swallowed ? A_KEY_PER_PAYMENT : TRANSACTION,
    moment: { promise: 'told-paid-means-charged', payment },
  }
}

function whyTakenForDone(past: Past): string {
  if (past.some(({ kind }) => kind === 'ledger.declined'))
    return 'The card was declined, but a later request found the key and was told that it is done.'
  if (past.some(({ kind }) => kind === 'server.crashed'))
    return 'A worker marked the key and died before the charge. A later request found the key and was told that it is done.'
  return 'The bank found the key and took the work for done.'
}
