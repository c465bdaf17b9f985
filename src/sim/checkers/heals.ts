import type { Choice } from '../choice.ts'
import { withoutRecords } from '../idempotency/store.ts'
import { chargesOf } from '../ledger/account.ts'
import { messageId } from '../network/message.ts'
import { openPayment, type State } from '../state.ts'
import { apply } from '../world.ts'
import type { Checker } from './checker.ts'

/** H: at an end that is still unknown with at most one charge, leases run out and one more fault-free attempt ends paid with exactly one charge. */
export const heals: Checker = {
  promise: 'heals',
  broken(state) {
    const payment = openPayment(state)
    return isEndToHeal(state) && !isHealed(state, payment) ? [payment] : []
  },
  holdsOf: isEndToHeal,
  causes: payment => [`belief ${payment}`],
}

/**
 * Nothing is under way any more, the client does not know, and it has not been charged twice, which nothing heals. A
 * card that is declined is no failure to heal: no attempt can end paid.
 */
function isEndToHeal(state: State): boolean {
  const payment = openPayment(state)
  const { belief, card } = state.payments[payment - 1] ?? {}
  if (belief !== 'unknown' || card !== 'ok') return false
  return isAtRest(state) && chargesOf(state.ledger, payment) <= 1
}

function isAtRest({ wires, inbox, workers }: State): boolean {
  return wires.length === 0 && inbox.length === 0 && workers.every(worker => worker === null)
}

function isHealed(end: State, payment: number): boolean {
  const [healed] = oneMoreAttempt(withoutLeases(end), payment)
  return healed.payments[payment - 1]?.belief === 'paid' && chargesOf(healed.ledger, payment) === 1
}

function withoutLeases(state: State): State {
  return withoutRecords(
    state,
    Object.keys(state.store).filter(name => state.store[name]?.life === 'lease'),
  )
}

/**
 * An attempt that meets no fault, from the press to its answer: the state after it, and its choices. At the limit of
 * attempts there is none, and all stays as it is.
 */
export function oneMoreAttempt(state: State, payment: number): [State, Choice[]] {
  const attempt = (state.payments[payment - 1]?.attempts.length ?? 0) + 1
  let now = state
  const taken: Choice[] = []
  const take = (choice: Choice): boolean => {
    const applied = apply(now, choice)
    if (applied) {
      ;[now] = applied
      taken.push(choice)
    }
    return applied !== null
  }
  take({ kind: 'retry', by: 'person', payment, attempt })
  take({ kind: 'deliver', message: messageId(payment, attempt, 'request') })
  // All else is at rest, so that only one worker works.
  while (take({ kind: 'step', worker: 0 }) || take({ kind: 'step', worker: 1 }));
  take({ kind: 'deliver', message: messageId(payment, attempt, 'response') })
  return [now, taken]
}
