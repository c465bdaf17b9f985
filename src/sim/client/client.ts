import type { ProtoEvent } from '../event.ts'
import type { Minor } from '../ledger/money.ts'
import { messageId, type RequestMessage, type ResponseMessage } from '../network/message.ts'
import { PAYMENTS, payloadOf } from '../server/request.ts'
import { openPayment, type State, type WorldSettings } from '../state.ts'
import { keyFor } from './key-policy.ts'
import { type Belief, beliefOf, type Outcome, outcomeOf, type Payment } from './payment.ts'

type Next = [State, ProtoEvent[]]

export function configure(state: State, settings: Partial<WorldSettings>): Next {
  const event: ProtoEvent = {
    actor: 'person',
    kind: 'settings.changed',
    cause: [],
    marks: ['settings all'],
    data: { settings },
  }
  return [{ ...state, settings: { ...state.settings, ...settings } }, [event]]
}

/** The first press: opens a payment and sends its first attempt. */
export function openNewPayment(state: State, amount: Minor): Next {
  const { keys, card } = state.settings
  const payment: Payment = {
    amount,
    keys,
    card,
    attempts: [],
    belief: 'waiting',
    closed: false,
    gaveUp: false,
  }
  const number = state.payments.length + 1
  const opened: ProtoEvent = {
    actor: 'person',
    kind: 'payment.opened',
    payment: number,
    cause: [],
    marks: [`payment ${number}`],
    data: { amount, keys },
  }
  const [next, events] = send({ ...state, payments: [...state.payments, payment] }, number, 'person')
  return [next, [opened, ...events]]
}

/** Another attempt of the payment in question. */
export function sendAgain(state: State, by: 'person' | 'client'): Next {
  return send(state, openPayment(state), by)
}

function send(state: State, number: number, by: 'person' | 'client'): Next {
  const payment = paymentOf(state, number)
  const attempt = payment.attempts.length + 1
  const key = keyFor(payment.keys, number, attempt)
  const payload = payloadOf(payment.amount, payment.card)
  const id = messageId(number, attempt, 'request')
  const message: RequestMessage = {
    id,
    kind: 'request',
    payment: number,
    attempt,
    copy: 1,
    key,
    method: PAYMENTS.method,
    payload,
    duplicated: false,
  }
  const sent: ProtoEvent = {
    actor: 'client',
    kind: 'attempt.sent',
    payment: number,
    attempt,
    message: id,
    cause: [attempt === 1 ? `payment ${number}` : `belief ${number}`],
    marks: [`message ${id}`, `belief ${number}`],
    data: { by },
  }
  const attempts: Outcome[] = [...payment.attempts, 'pending']
  const next = withPayment(state, number, { ...payment, attempts, belief: beliefOf(attempts, false) })
  return [{ ...next, wires: [...next.wires, message] }, [sent]]
}

/** The client stops waiting for its newest attempt. That says nothing about the bank. */
export function timeOut(state: State, number: number): Next {
  const payment = paymentOf(state, number)
  const attempt = payment.attempts.length
  const timedOut: ProtoEvent = {
    actor: 'client',
    kind: 'attempt.timedOut',
    payment: number,
    attempt,
    // Whatever last befell request and answer is why nothing came.
    cause: [
      `message ${messageId(number, attempt, 'request')}`,
      `message ${messageId(number, attempt, 'response')}`,
    ],
    marks: [`belief ${number}`],
  }
  const attempts = payment.attempts.with(attempt - 1, 'info')
  return believe(state, number, attempts, payment.closed, [timedOut])
}

/** The person goes on to a new payment and thereby gives up on one that is still open. */
export function closePayment(state: State): Next {
  const number = openPayment(state)
  const payment = paymentOf(state, number)
  const closed: ProtoEvent = {
    actor: 'person',
    kind: 'payment.closed',
    payment: number,
    cause: [`belief ${number}`],
    marks: [`payment ${number}`],
    data: { belief: payment.belief },
  }
  const attempts = payment.attempts.map(outcome => (outcome === 'pending' ? 'info' : outcome))
  return believe(state, number, attempts, true, [closed])
}

/** An answer arrives. It is matched by attempt, however late, and taken. */
export function takeAnswer(state: State, message: ResponseMessage): Next {
  const { payment: number, attempt, answer } = message
  const payment = paymentOf(state, number)
  const before = payment.attempts[attempt - 1]
  const delivered: ProtoEvent = {
    actor: 'network',
    kind: 'response.delivered',
    payment: number,
    attempt,
    message: message.id,
    cause: [`message ${message.id}`],
    marks: [`message ${message.id}`, `belief ${number}`],
  }
  const outcome = outcomeOf(answer.status)
  // What was once known stays known: only an answer that knows more replaces the outcome.
  const attempts =
    before === 'ok' || (outcome === 'info' && before !== 'pending')
      ? payment.attempts
      : payment.attempts.with(attempt - 1, outcome)
  return believe(state, number, attempts, payment.closed, [delivered])
}

const BELIEF_EVENT = { paid: 'payment.paid', failed: 'payment.failed', unknown: 'payment.unknown' } as const

/** Takes over the attempts' outcomes and tells of the belief when it changed. */
function believe(
  state: State,
  number: number,
  attempts: readonly Outcome[],
  closed: boolean,
  events: ProtoEvent[],
): Next {
  const payment = paymentOf(state, number)
  const belief: Belief = beliefOf(attempts, closed)
  const gaveUp = payment.gaveUp || (closed && !payment.closed && belief === 'unknown')
  const next = withPayment(state, number, { ...payment, attempts, belief, closed, gaveUp })
  if (belief === payment.belief || belief === 'waiting') return [next, events]
  const believed: ProtoEvent = {
    actor: 'client',
    kind: BELIEF_EVENT[belief],
    payment: number,
    cause: [`belief ${number}`],
    marks: [`belief ${number}`],
  }
  return [next, [...events, believed]]
}

function paymentOf(state: State, number: number): Payment {
  const payment = state.payments[number - 1]
  if (!payment) throw new Error(`There is no payment ${number}.`)
  return payment
}

function withPayment(state: State, number: number, payment: Payment): State {
  return { ...state, payments: state.payments.with(number - 1, payment) }
}
