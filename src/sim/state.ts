import type { Payment } from './client/payment.ts'
import type { IdempotencyRecord, RecordName } from './idempotency/record.ts'
import { type Ledger, openingLedger } from './ledger/account.ts'
import type { Message, RequestMessage } from './network/message.ts'
import type { Settings } from './scenario.ts'
import { WORKER_COUNT, type Worker, workOf } from './server/worker.ts'

/** What the world knows of the settings: all but the seed, for chance is the drivers' business. */
export type WorldSettings = Omit<Settings, 'seed'>

/** The world at one moment. It holds no time, no seed, no UUID and no event id, so equal situations are equal states. */
export interface State {
  readonly settings: WorldSettings
  /** Payment n is `payments[n - 1]`; the last one is in question unless it is closed. */
  readonly payments: readonly Payment[]
  readonly wires: readonly Message[]
  /** Requests that arrived while no worker was free, in order. */
  readonly inbox: readonly RequestMessage[]
  readonly workers: readonly Worker[]
  readonly store: Readonly<Record<RecordName, IdempotencyRecord>>
  readonly ledger: Ledger
}

export function openingState(settings: WorldSettings): State {
  return {
    settings,
    payments: [],
    wires: [],
    inbox: [],
    workers: Array.from({ length: WORKER_COUNT }, () => null),
    store: {},
    ledger: openingLedger,
  }
}

/** The number of the payment in question, or 0 when the next press opens one. */
export function openPayment(state: State): number {
  const last = state.payments.at(-1)
  return last && !last.closed ? state.payments.length : 0
}

/** Whether a request of the payment is on a wire, in the inbox or in a worker, so that it may still be charged. */
export function isUnderWay({ wires, inbox, workers }: State, payment: number): boolean {
  return (
    wires.some(message => message.kind === 'request' && message.payment === payment) ||
    inbox.some(message => message.payment === payment) ||
    workers.some(worker => workOf(worker)?.message.payment === payment)
  )
}

/** Whether an automatic client sends the payment in question once more as soon as it no longer waits for an answer. */
export function willRetry(state: State): boolean {
  const { retry, attempts } = state.settings
  const payment = state.payments[openPayment(state) - 1]
  // An answered failure is final to a client: asking again with the same card cannot mend it.
  return (
    payment !== undefined &&
    retry === 'auto' &&
    payment.attempts.length < attempts &&
    !payment.attempts.includes('fail')
  )
}
