import type { ProtoEvent } from '../event.ts'
import { chargesOf } from '../ledger/account.ts'
import { messageId, type RequestMessage, type ResponseMessage } from '../network/message.ts'
import type { State } from '../state.ts'
import { type Answer, isReplayed } from './answer.ts'
import { perform } from './perform.ts'
import { pendingOf, type Work } from './worker.ts'

type Next = [State, ProtoEvent[]]

/** A request reaches the bank: a free worker takes it, else it waits in order. */
export function accept(state: State, message: RequestMessage): Next {
  const delivered: ProtoEvent = {
    actor: 'network',
    kind: 'request.delivered',
    payment: message.payment,
    attempt: message.attempt,
    message: message.id,
    cause: [`message ${message.id}`],
    marks: [`message ${message.id}`],
  }
  const free = state.workers.indexOf(null)
  if (free < 0) return [{ ...state, inbox: [...state.inbox, message] }, [delivered]]
  const [next, events] = begin(state, free, message)
  return [next, [delivered, ...events]]
}

function begin(state: State, worker: number, message: RequestMessage): Next {
  // A request without a key runs no-key, whatever strategy is set.
  const handler = message.key === null ? 'no-key' : state.settings.server
  const started: ProtoEvent = {
    actor: 'server',
    kind: 'handler.started',
    payment: message.payment,
    attempt: message.attempt,
    message: message.id,
    worker,
    cause: [`message ${message.id}`],
    marks: [`worker ${worker}`],
    data: { handler },
  }
  return [withWork(state, worker, { handler, message, results: [] }), [started]]
}

/** A worker does its next operation, or hands over its answer and takes the next request that waits. */
export function step(state: State, worker: number): Next {
  const work = state.workers[worker]
  if (!work) throw new Error(`Worker ${worker} is idle.`)
  const pending = pendingOf(work)
  if ('answer' in pending) return respond(state, worker, work, pending.answer)
  const [next, result, events] = perform(state, worker, work, pending.operation)
  return [withWork(next, worker, { ...work, results: [...work.results, result] }), events]
}

function respond(state: State, worker: number, work: Work, answer: Answer): Next {
  const { payment, attempt, key } = work.message
  const id = messageId(payment, attempt, 'response')
  const message: ResponseMessage = { id, kind: 'response', payment, attempt, key, answer }
  const sent: ProtoEvent = {
    actor: 'server',
    kind: 'response.sent',
    payment,
    attempt,
    message: id,
    worker,
    cause: [`worker ${worker}`],
    marks: [`message ${id}`],
    data: { replayed: isReplayed(answer), charge: chargeNumber(state, payment, attempt) },
  }
  const freed = { ...withWork(state, worker, null), wires: [...state.wires, message] }
  const [waiting, ...inbox] = freed.inbox
  if (!waiting) return [freed, [sent]]
  const [next, events] = begin({ ...freed, inbox }, worker, waiting)
  return [next, [sent, ...events]]
}

/** Which charge of its payment this attempt made: 0 none, 1 the first, 2 a second one, … */
function chargeNumber(state: State, payment: number, attempt: number): number {
  const index = state.ledger.charges.findIndex(row => row.payment === payment && row.attempt === attempt)
  if (index < 0) return 0
  return chargesOf({ ...state.ledger, charges: state.ledger.charges.slice(0, index + 1) }, payment)
}

function withWork(state: State, worker: number, work: Work | null): State {
  return { ...state, workers: state.workers.with(worker, work) }
}
