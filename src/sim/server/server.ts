import type { ProtoEvent, Ref } from '../event.ts'
import { chargesOf } from '../ledger/account.ts'
import { messageId, type RequestMessage, type ResponseMessage } from '../network/message.ts'
import type { State } from '../state.ts'
import { type Answer, isReplayed, tooManyRequests } from './answer.ts'
import { chargeId } from './charge.ts'
import { checkForm } from './form.ts'
import { perform } from './perform.ts'
import { isGuarded } from './request.ts'
import { pendingOf, type Work, type Worker, workOf } from './worker.ts'

type Next = [State, ProtoEvent[]]

/** A request reaches the bank: its form is checked, a free worker takes it, else it waits in order. */
export function accept(state: State, message: RequestMessage): Next {
  const delivered = deliveredOf(message)
  const malformed = checkForm(message, state.settings.keyRequired === 'on')
  if (malformed) return turnAway(state, message, malformed)
  const free = freeWorker(state, message)
  if (free < 0) return [{ ...state, inbox: [...state.inbox, message] }, [delivered]]
  const [next, events] = begin(state, free, message)
  return [next, [delivered, ...events]]
}

/** Too many requests: it is turned away before anything of it is looked at. */
export function refuse(state: State, message: RequestMessage): Next {
  return turnAway(state, message, tooManyRequests())
}

function deliveredOf(message: RequestMessage): ProtoEvent {
  return {
    actor: 'network',
    kind: 'request.delivered',
    payment: message.payment,
    attempt: message.attempt,
    message: message.id,
    cause: [`message ${message.id}`],
    marks: [`message ${message.id}`],
  }
}

/** Answers at the door: no worker and no handler has seen the request. */
function turnAway(state: State, message: RequestMessage, answer: Answer): Next {
  const [next, sent] = send(state, message, answer, null)
  return [next, [deliveredOf(message), sent]]
}

/** The first that is free; where each is an instance with a memory of its own, attempts take turns if they can. */
function freeWorker({ settings, workers }: State, { attempt, copy }: RequestMessage): number {
  const turn = (attempt + copy) % workers.length
  if (settings.memory === 'per-instance' && workers[turn] === null) return turn
  return workers.indexOf(null)
}

/** A worker takes a request, because of that and of what else is named. */
function begin(
  state: State,
  worker: number,
  message: RequestMessage,
  alsoBecauseOf: readonly Ref[] = [],
): Next {
  // A request without a key runs no-key, whatever strategy is set, and so does one that keys do not guard.
  const keyed = message.key !== null && isGuarded(message.method)
  const handler = keyed ? state.settings.server : 'no-key'
  const started: ProtoEvent = {
    actor: 'server',
    kind: 'handler.started',
    payment: message.payment,
    attempt: message.attempt,
    message: message.id,
    worker,
    cause: [`message ${message.id}`, ...alsoBecauseOf],
    marks: [`worker ${worker}`],
    data: { handler },
  }
  return [withWorker(state, worker, { handler, message, results: [], asleep: false }), [started]]
}

/** A worker is idle again and takes the next request that waits. */
export function beginNext(state: State, worker: number): Next {
  const [waiting, ...inbox] = state.inbox
  const idle = withWorker(state, worker, null)
  // It waited, so what freed the worker is why it starts now: the answer just sent, or the restart.
  return waiting ? begin({ ...idle, inbox }, worker, waiting, [`worker ${worker}`]) : [idle, []]
}

/** A worker does its next operation, or hands over its answer and takes the next request that waits. */
export function step(state: State, worker: number): Next {
  const work = workAt(state, worker)
  const pending = pendingOf(work)
  if ('answer' in pending) {
    const [answered, sent] = send(state, work.message, pending.answer, worker)
    const [next, events] = beginNext(answered, worker)
    return [next, [sent, ...events]]
  }
  const [next, result, events] = perform(state, worker, work, pending.operation)
  return [withWorker(next, worker, { ...work, results: [...work.results, result] }), events]
}

/** Puts an answer on the wire: a worker's, or the door's. */
function send(state: State, to: RequestMessage, answer: Answer, worker: number | null): [State, ProtoEvent] {
  const { payment, attempt, copy, key } = to
  const id = messageId(payment, attempt, 'response', copy)
  const message: ResponseMessage = { id, kind: 'response', payment, attempt, copy, key, answer }
  const sent: ProtoEvent = {
    actor: 'server',
    kind: 'response.sent',
    payment,
    attempt,
    message: id,
    ...(worker === null ? {} : { worker }),
    cause: [worker === null ? `message ${to.id}` : `worker ${worker}`],
    marks: worker === null ? [`message ${id}`] : [`message ${id}`, `worker ${worker}`],
    data: { replayed: isReplayed(answer), charge: chargeNumber(state, to) },
  }
  return [{ ...state, wires: [...state.wires, message] }, sent]
}

/** Which charge of its payment this request made: 0 none, 1 the first, 2 a second one, … */
function chargeNumber({ ledger }: State, request: RequestMessage): number {
  const id = chargeId(request)
  const index = ledger.charges.findIndex(row => row.id === id)
  if (index < 0) return 0
  return chargesOf({ ...ledger, charges: ledger.charges.slice(0, index + 1) }, request.payment)
}

/** @throws Error when the worker is at nothing */
export function workAt(state: State, worker: number): Work {
  const work = workOf(state.workers[worker])
  if (!work) throw new Error(`Worker ${worker} is at no request.`)
  return work
}

export function withWorker(state: State, worker: number, next: Worker): State {
  return { ...state, workers: state.workers.with(worker, next) }
}
