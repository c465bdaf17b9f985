import type { Choice } from '../choice.ts'
import { backoffMs } from '../client/retry.ts'
import type { Draws } from '../draw.ts'
import type { EventKind, TraceEvent } from '../event.ts'
import { isMortal } from '../idempotency/expiry.ts'
import { fateOf, isDuplicated } from '../network/fate.ts'
import { OPERATION_MS } from '../server/operation.ts'
import { operationOf, workOf } from '../server/worker.ts'
import { openPayment, type State, type WorldSettings } from '../state.ts'
import type { Step } from '../trace/trace.ts'
import { strike } from './strike.ts'

/** A choice to be taken later. A wish, not a promise: it is skipped when it may no longer happen. */
export interface Wish {
  readonly afterMs: number
  readonly choice: Choice
}

/** The faults that have struck already: each strikes a payment once. `crash 1`, `pause 2`, … */
export type Struck = Set<string>

/** What will want to happen after a step, and after how long: the table "event → wishes" over all its events. */
export function wishesAfter(step: Step, before: State, draws: Draws, struck: Struck): Wish[] {
  const wishes: Wish[] = expiries(step.state, before)
  for (const event of step.events) wishes.push(...wishesOf(event, step, draws))
  // One worker at most works in a step. A commit is told as two events, but the worker goes on only once.
  const worked = step.events.find(isWork)
  if (worked) wishes.push(...nextOperation(worked.worker, step.state, struck))
  return wishes
}

function wishesOf(event: TraceEvent, { state, events }: Step, draws: Draws): Wish[] {
  switch (event.kind) {
    case 'attempt.sent':
      return [...travel(event, state, draws), timeout(event, state)]
    case 'request.duplicated':
    case 'response.sent':
      return travel(event, state, draws)
    case 'payment.unknown':
      return automaticRetry(state, draws, retryAfterMs(events))
    case 'settings.changed':
      return isMadeAutomatic(event) ? automaticRetry(state, draws, 0) : []
    case 'server.crashed':
      return [{ afterMs: RESTART_MS, choice: { kind: 'restart', worker: workerOf(event.worker) } }]
    case 'server.paused':
      return [{ afterMs: state.settings.pause, choice: { kind: 'resume', worker: workerOf(event.worker) } }]
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

function isWork(event: TraceEvent): boolean {
  return WORK.includes(event.kind)
}

function workerOf(name: string | undefined): number {
  return Number(name?.slice(1)) - 1
}

function isMadeAutomatic({ data }: TraceEvent): boolean {
  return (data?.settings as Partial<WorldSettings> | undefined)?.retry === 'auto'
}

function travel(event: TraceEvent, state: State, draws: Draws): Wish[] {
  const message = state.wires.find(({ id }) => id === event.message)
  if (!message) throw new Error(`Message ${event.message} was sent but is on no wire.`)
  const { end, afterMs } = fateOf(message, state.settings, draws)
  const { id } = message
  if (end === 'lost') return [{ afterMs, choice: { kind: 'lose', message: id, by: 'network' } }]
  const arrives: Wish = { afterMs, choice: { kind: end === 'refused' ? 'refuse' : 'deliver', message: id } }
  if (!isDuplicated(message, state.settings, draws)) return [arrives]
  return [arrives, { afterMs: 0, choice: { kind: 'duplicate', message: id } }]
}

function timeout(event: TraceEvent, state: State): Wish {
  const payment = Number(event.payment?.slice(1))
  return {
    afterMs: state.settings.timeout,
    choice: { kind: 'timeout', payment, attempt: event.attempt ?? 0 },
  }
}

/** What is wished for the worker that has just gone on: its next operation, or what befalls it before. */
function nextOperation(name: string | undefined, state: State, struck: Struck): Wish[] {
  const worker = workerOf(name)
  const work = workOf(state.workers[worker])
  if (!work) return []
  return (
    strike(state, worker, work, struck) ?? [
      { afterMs: OPERATION_MS[operationOf(work).name], choice: { kind: 'step', worker } },
    ]
  )
}

/** The records that a step has written, each with the end of its time. */
function expiries(state: State, before: State): Wish[] {
  if (state.store === before.store) return []
  const wishes: Wish[] = []
  for (const record in state.store) {
    if (state.store[record] === before.store[record] || !isMortal(state, record)) continue
    const afterMs = state.store[record]?.life === 'lease' ? state.settings.lease : state.settings.ttl
    wishes.push({ afterMs, choice: { kind: 'expire', record } })
  }
  return wishes
}

/** What an automatic client does once it does not know, or once it is made automatic while it does not know. */
function automaticRetry(state: State, draws: Draws, atLeastMs: number): Wish[] {
  const number = openPayment(state)
  const payment = state.payments[number - 1]
  if (payment?.belief !== 'unknown' || state.settings.retry !== 'auto') return []
  const attempt = payment.attempts.length
  const backoff = backoffMs(state.settings, attempt, draws('jitter', number, attempt))
  const choice: Choice = { kind: 'retry', by: 'client', payment: number, attempt: attempt + 1 }
  return [{ afterMs: Math.max(atLeastMs, backoff), choice }]
}

/** How long the answer that has just arrived asks to be left alone (`Retry-After` in seconds, RFC 9110 §10.2.3). */
function retryAfterMs(events: readonly TraceEvent[]): number {
  const arrived = events.find(event => event.kind === 'response.delivered')
  return 1000 * Number(arrived?.response?.headers['Retry-After'] ?? 0)
}
