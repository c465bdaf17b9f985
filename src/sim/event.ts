/** Everything that can be told of a run. Public (`getTrace`): kinds are only ever added. */
export const EVENT_KINDS = [
  'payment.opened',
  'payment.closed',
  'settings.changed',
  'attempt.sent',
  'request.lost',
  'request.duplicated',
  'request.delivered',
  'handler.started',
  'store.read',
  'store.written',
  'ledger.charged',
  'ledger.declined',
  'response.sent',
  'response.lost',
  'response.duplicated',
  'response.delivered',
  'attempt.timedOut',
  'payment.paid',
  'payment.failed',
  'payment.unknown',
  'server.crashed',
  'server.restarted',
  'server.paused',
  'server.resumed',
  'server.failed',
  'record.expired',
  'promise.broken',
] as const

export type EventKind = (typeof EVENT_KINDS)[number]
export type Actor = 'person' | 'client' | 'network' | 'server' | 'store' | 'ledger' | 'checker'

export interface HttpRequest {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: unknown
}

export interface HttpResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: unknown
}

/** One event of a trace: plain JSON. `at` is in virtual milliseconds, `cause` holds ids of earlier events. */
export interface TraceEvent {
  readonly id: number
  readonly at: number
  readonly actor: Actor
  readonly kind: EventKind
  readonly payment?: string
  readonly attempt?: number
  readonly message?: string
  readonly worker?: string
  readonly cause: readonly number[]
  readonly request?: HttpRequest
  readonly response?: HttpResponse
  readonly data?: Readonly<Record<string, unknown>>
}

/** A name for "the latest event about this", by which the world points at causes without knowing ids. */
export type Ref =
  `${'payment' | 'belief' | 'message' | 'worker' | 'record' | 'charge' | 'settings'} ${string}`

/** An event as the world tells it: no id, no time, causes by reference. */
export interface ProtoEvent {
  readonly actor: Actor
  readonly kind: EventKind
  readonly payment?: number
  readonly attempt?: number
  readonly message?: string
  readonly worker?: number
  /** The newest events under these names caused it. */
  readonly cause: readonly Ref[]
  /** From now on it is the newest event under these names. */
  readonly marks: readonly Ref[]
  readonly data?: Readonly<Record<string, unknown>>
}
