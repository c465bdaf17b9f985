import type { Choice, WorkerChoice } from './choice.ts'
import { closePayment, configure, openNewPayment, sendAgain, timeOut } from './client/client.ts'
import type { ProtoEvent } from './event.ts'
import { expire, isMortal } from './idempotency/expiry.ts'
import { LIMITS } from './limits.ts'
import { deliver, duplicate, isDuplicable, lose, turnBack } from './network/wire.ts'
import { hasJustCharged, isAboutToCharge } from './server/crash-point.ts'
import { crash, fail, mayFail, pause, restart, resume } from './server/faults.ts'
import { step } from './server/server.ts'
import { type Work, workOf } from './server/worker.ts'
import { openPayment, type State, willRetry } from './state.ts'

/**
 * The rules, and the only place where it is said what may happen. Whoever chooses (a clock, a recording, an explorer)
 * is a driver and lives elsewhere.
 */

/**
 * Whether a choice may happen now. Amounts and changed settings are data of the choice and not looked at here;
 * sessions are validated where they come in.
 */
export function enabled(state: State, choice: Choice): boolean {
  const open = openPayment(state)
  const payment = open ? state.payments[open - 1] : undefined
  switch (choice.kind) {
    case 'configure':
      return true
    case 'pay':
      return !payment && state.payments.length < LIMITS.payments
    case 'newPayment':
      return payment !== undefined
    case 'retry': {
      if (!payment || choice.payment !== open || choice.attempt !== payment.attempts.length + 1) return false
      if (payment.belief === 'paid' || payment.belief === 'failed') return false
      if (choice.by === 'person') return choice.attempt <= LIMITS.attemptsByHand
      return payment.belief === 'unknown' && willRetry(state)
    }
    case 'timeout':
      return (
        choice.payment === open && choice.attempt === payment?.attempts.length && payment.belief === 'waiting'
      )
    case 'deliver':
    case 'lose':
      return state.wires.some(message => message.id === choice.message)
    case 'duplicate':
      return state.wires.some(message => message.id === choice.message && isDuplicable(message))
    case 'refuse':
      return state.wires.some(message => message.id === choice.message && message.kind === 'request')
    case 'expire':
      return isMortal(state, choice.record)
    case 'restart':
      return state.workers[choice.worker] === 'down'
    default:
      return mayBefall(choice.kind, workOf(state.workers[choice.worker]))
  }
}

/** What may happen to a worker that is at a request. */
function mayBefall(kind: WorkerChoice, work: Work | null): boolean {
  switch (work && kind) {
    case 'crash':
      return true
    case 'resume':
      return work?.asleep === true
    case 'step':
      return work?.asleep === false
    case 'pause':
      return work?.asleep === false && isAboutToCharge(work)
    case 'fail':
      return work?.asleep === false && hasJustCharged(work) && mayFail(work)
    default:
      return false
  }
}

/** What follows from a choice: the next state and what there is to tell of it. Null exactly when `choices` does not list it. */
export function apply(state: State, choice: Choice): [State, ProtoEvent[]] | null {
  if (!enabled(state, choice)) return null
  switch (choice.kind) {
    case 'configure':
      return configure(state, choice.settings)
    case 'pay':
      return openNewPayment(state, choice.amount)
    case 'newPayment':
      return closePayment(state)
    case 'retry':
      return sendAgain(state, choice.by)
    case 'timeout':
      return timeOut(state, choice.payment)
    case 'deliver':
      return deliver(state, choice.message)
    case 'lose':
      return lose(state, choice.message, choice.by)
    case 'duplicate':
      return duplicate(state, choice.message)
    case 'refuse':
      return turnBack(state, choice.message)
    case 'step':
      return step(state, choice.worker)
    case 'crash':
      return crash(state, choice.worker)
    case 'restart':
      return restart(state, choice.worker)
    case 'pause':
      return pause(state, choice.worker)
    case 'resume':
      return resume(state, choice.worker)
    case 'fail':
      return fail(state, choice.worker)
    case 'expire':
      return expire(state, choice.record)
  }
}
