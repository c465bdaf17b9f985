import { recordsOf, type State, type StrategyId } from '../sim/index.ts'
import { A_KEY_PER_PAYMENT, KEYS_ON, TRANSACTION } from './reruns.ts'
import type { Judged } from './verdict.ts'
import { times } from './words.ts'

/** A payment (1, 2, …) was charged more than once. */
export function chargedTwice(state: State, number: number, counts: readonly number[]): Judged {
  // A payment that is still on its way, or was never charged, explains no charge.
  const meant = counts.filter(count => count > 0).length
  return {
    tone: 'lost',
    headline: `Charged ${times(state.ledger.charges.length)}, meant ${times(meant)}`,
    moment: { promise: 'at-most-one-charge', payment: `p${number}` },
    ...whyTwice(state, number),
  }
}

function whyTwice({ payments, ledger, settings }: State, number: number): Pick<Judged, 'reason' | 'rerun'> {
  const rows = ledger.charges.filter(row => row.payment === number)
  const attempt = rows[1]?.attempt ?? 2
  const many = rows.length > 2
  switch (payments[number - 1]?.keys) {
    case 'off':
      if (settings.keys !== 'off')
        return {
          reason: 'Keys were switched on after it was opened: they hold from the next payment.',
          rerun: KEYS_ON,
        }
      return {
        reason: many
          ? 'No attempt carried a key, so the bank took each for a new payment.'
          : `Attempt ${attempt} carried no key, so the bank could not know it had charged already.`,
        rerun: KEYS_ON,
      }
    case 'per-attempt':
      return {
        reason: many
          ? 'Each attempt carried a new key, so to the bank each was a new payment.'
          : `Attempt ${attempt} carried a new key, so to the bank it was a new payment.`,
        rerun: A_KEY_PER_PAYMENT,
      }
    default:
      return { reason: whyInSpiteOfTheKey(rows.map(row => row.handler)), rerun: TRANSACTION }
  }
}

/** Said of the strategies that charged, not of the one that is set now. */
function whyInSpiteOfTheKey(handlers: readonly StrategyId[]): string {
  if (handlers.every(handler => handler === 'check-then-act'))
    return 'Two workers looked for the key before either had written it down.'
  if (handlers.every(handler => handler === 'no-key'))
    return 'Each attempt carried the key, but this bank never looks at it.'
  return 'Each attempt carried the key, but one was charged under another server strategy.'
}

/** A payment was told "paid", and nothing will charge it any more. */
export function paidForNothing(state: State, number: number): Judged {
  const perSession = state.payments[number - 1]?.keys === 'per-session'
  return {
    tone: 'lost',
    headline: `Payment ${number}: told “paid”, never charged`,
    reason: perSession ? swallowedBy(state) : 'The bank found the key and took the work for done.',
    rerun: perSession ? A_KEY_PER_PAYMENT : TRANSACTION,
    moment: { promise: 'told-paid-means-charged', payment: `p${number}` },
  }
}

function swallowedBy(state: State): string {
  return recordsOf(state, 'k').some(record => record.status === 'completed')
    ? 'It carried an earlier payment’s key, so the bank replayed that answer.'
    : 'It carried an earlier payment’s key, so the bank took the work for done.'
}
