import type { Choice } from '../choice.ts'
import { backoffMs } from '../client/retry.ts'
import type { Draws } from '../draw.ts'
import type { EventKind, TraceEvent } from '../event.ts'
import { fateOf } from '../network/fate.ts'
import { OPERATION_MS } from '../server/operation.ts'
import { operationOf } from '../server/worker.ts'
import { openPayment, type State, type WorldSettings } from '../state.ts'
import type { Step } from '../trace/trace.ts'

/** A choice to be taken later. A wish, not a promise: it is skipped when it may no longer happen. */
export interface Wish {
  readonly afterMs: number
  readonly choice: Choice
}

/** What will want to happen after a step, and after how long: the table "event → wishes" over all its events. */
export function wishesAfter(step: Step, draws: Draws): Wish[] {
  const wishes: Wish[] = []
  for (const event of step.events) wishes.push(...wishesOf(event, step.state, draws))
  // One worker at most works in a step. A commit is told as two events, but the worker goes on only once.
  const worked = step.events.find(isWork)
  if (worked) wishes.push(...nextOperation(worked.worker, step.state))
  return wishes
}

function wishesOf(event: TraceEvent, state: State, draws: Draws): Wish[] {
  switch (event.kind) {
    case 'attempt.sent':
      return [travel(event, state, draws), timeout(event, state)]
    case 'response.sent':
      return [travel(event, state, draws)]
    case 'payment.unknown':
      return automaticRetry(state, draws)
    case 'settings.changed':
      return isMadeAutomatic(event) ? automaticRetry(state, draws) : []
    default:
      return []
  }
}

const WORK: readonly EventKind[] = [
  'handler.started',
  'store.read',
  'store.written',
  'ledger.charged',
  'ledger.declined',
]

function isWork(event: TraceEvent): boolean {
  return WORK.includes(event.kind)
}

function isMadeAutomatic({ data }: TraceEvent): boolean {
  return (data?.settings as Partial<WorldSettings> | undefined)?.retry === 'auto'
}

function travel(event: TraceEvent, state: State, draws: Draws): Wish {
  const message = state.wires.find(({ id }) => id === event.message)
  if (!message) throw new Error(`Message ${event.message} was sent but is on no wire.`)
  const { lost, afterMs } = fateOf(message, state.settings, draws)
  const choice: Choice = lost
    ? { kind: 'lose', message: message.id, by: 'network' }
    : { kind: 'deliver', message: message.id }
  return { afterMs, choice }
}

function timeout(event: TraceEvent, state: State): Wish {
  const payment = Number(event.payment?.slice(1))
  return {
    afterMs: state.settings.timeout,
    choice: { kind: 'timeout', payment, attempt: event.attempt ?? 0 },
  }
}

function nextOperation(name: string | undefined, state: State): Wish[] {
  const worker = Number(name?.slice(1)) - 1
  const work = state.workers[worker]
  return work ? [{ afterMs: OPERATION_MS[operationOf(work).name], choice: { kind: 'step', worker } }] : []
}

/** What an automatic client does once it does not know, or once it is made automatic while it does not know. */
function automaticRetry(state: State, draws: Draws): Wish[] {
  const number = openPayment(state)
  const payment = state.payments[number - 1]
  if (payment?.belief !== 'unknown' || state.settings.retry !== 'auto') return []
  const attempt = payment.attempts.length
  const afterMs = backoffMs(state.settings, attempt, draws('jitter', number, attempt))
  return [{ afterMs, choice: { kind: 'retry', by: 'client', payment: number, attempt: attempt + 1 } }]
}
