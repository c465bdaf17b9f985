import type { Choice } from '../choice.ts'
import type { EventKind, ProtoEvent } from '../event.ts'
import { isMortal } from '../idempotency/expiry.ts'
import type { Message } from '../network/message.ts'
import { OPERATION_MS } from '../server/operation.ts'
import { operationOf, workOf } from '../server/worker.ts'
import { openPayment, type State, type WorldSettings } from '../state.ts'
import type { Taken } from '../trace/recorder.ts'
import { type Struck, strike } from './strike.ts'

/**
 * What will want to happen after a step, chance left out: a choice after a fixed time; a message that travels, whose fate
 * is still to be drawn; a retry, whose backoff is still to be drawn; no retry for some time.
 */
export type Plan =
  | { readonly kind: 'choice'; readonly afterMs: number; readonly choice: Choice }
  | { readonly kind: 'travel'; readonly message: Message }
  | { readonly kind: 'retry'; readonly payment: number; readonly attempt: number }
  | { readonly kind: 'hold'; readonly payment: number; readonly forMs: number }

/** The table "event → plans" over all events of a step. What strikes is noted in `struck`. */
export function plansAfter(taken: Taken, struck: Struck): Plan[] {
  const plans: Plan[] = expiries(taken)
  for (const event of taken.told) plans.push(...plansOf(event, taken))
  // One worker at most works in a step. A commit is told as two events, but the worker goes on only once.
  const worked = taken.told.find(isWork)
  if (worked?.worker !== undefined) plans.push(...nextOperation(worked.worker, taken.state, struck))
  return plans
}

function plansOf(event: ProtoEvent, taken: Taken): Plan[] {
  const { state } = taken
  const { worker = 0 } = event
  switch (event.kind) {
    case 'attempt.sent':
      return [travel(event, state), timeout(event, state)]
    case 'request.duplicated':
    case 'response.sent':
      return [travel(event, state)]
    case 'response.delivered':
      return hold(event, taken)
    case 'payment.unknown':
      return automaticRetry(state)
    case 'settings.changed':
      return isMadeAutomatic(event) ? automaticRetry(state) : []
    case 'server.crashed':
      return [{ kind: 'choice', afterMs: RESTART_MS, choice: { kind: 'restart', worker } }]
    case 'server.paused':
      return [{ kind: 'choice', afterMs: state.settings.pause, choice: { kind: 'resume', worker } }]
    default:
      return []
  }
}

/** How long a dead worker takes to come back. */
const RESTART_MS = 800

const WORK: readonly EventKind[] = [
  'handler.started',
  'store.read',
  'store.written',
  'ledger.charged',
  'ledger.declined',
  'server.resumed',
]

function isWork(event: ProtoEvent): boolean {
  return WORK.includes(event.kind)
}

function isMadeAutomatic({ data }: ProtoEvent): boolean {
  return (data?.settings as Partial<WorldSettings> | undefined)?.retry === 'auto'
}

function travel(event: ProtoEvent, state: State): Plan {
  const message = state.wires.find(({ id }) => id === event.message)
  if (!message) throw new Error(`Message ${event.message} was sent but is on no wire.`)
  return { kind: 'travel', message }
}

function timeout({ payment = 0, attempt = 0 }: ProtoEvent, { settings }: State): Plan {
  return { kind: 'choice', afterMs: settings.timeout, choice: { kind: 'timeout', payment, attempt } }
}

/** What is planned for the worker that has just gone on: its next operation, or what befalls it before. */
function nextOperation(worker: number, state: State, struck: Struck): Plan[] {
  const work = workOf(state.workers[worker])
  if (!work) return []
  const afterMs = OPERATION_MS[operationOf(work).name]
  return (
    strike(state, worker, work, struck) ?? [{ kind: 'choice', afterMs, choice: { kind: 'step', worker } }]
  )
}

/** The records that a step has written, each with the end of its time. */
function expiries({ state, before }: Taken): Plan[] {
  if (state.store === before.store) return []
  const plans: Plan[] = []
  for (const record in state.store) {
    if (state.store[record] === before.store[record] || !isMortal(state, record)) continue
    const afterMs = state.store[record]?.life === 'lease' ? state.settings.lease : state.settings.ttl
    plans.push({ kind: 'choice', afterMs, choice: { kind: 'expire', record } })
  }
  return plans
}

/** What an automatic client does once it does not know, or once it is made automatic while it does not know. */
function automaticRetry(state: State): Plan[] {
  const payment = openPayment(state)
  const { belief, attempts } = state.payments[payment - 1] ?? {}
  if (belief !== 'unknown' || !attempts || state.settings.retry !== 'auto') return []
  return [{ kind: 'retry', payment, attempt: attempts.length }]
}

/** An answer may ask to be left alone for some time: `Retry-After` in seconds, RFC 9110 §10.2.3. */
function hold({ payment = 0, message: id }: ProtoEvent, { before }: Taken): Plan[] {
  const message = before.wires.find(candidate => candidate.id === id)
  const seconds = message?.kind === 'response' ? Number(message.answer.headers['Retry-After'] ?? 0) : 0
  return seconds > 0 ? [{ kind: 'hold', payment, forMs: 1000 * seconds }] : []
}
