import type { Choice } from '../choice.ts'
import type { TraceEvent } from '../event.ts'
import type { KeyName } from '../idempotency/record.ts'
import type { Copy, MessageId } from '../network/message.ts'
import type { Settings } from '../scenario.ts'
import type { Answer } from '../server/answer.ts'
import type { State } from '../state.ts'

/** One choice that was made, when, and what followed. The state after it is kept, so that no second reducer can drift. */
export interface Step {
  readonly at: number
  readonly choice: Choice
  readonly state: State
  readonly events: readonly TraceEvent[]
}

/** A message's whole way, so that it has a place at every time. */
export interface Flight {
  readonly message: MessageId
  readonly kind: 'request' | 'response'
  readonly payment: number
  readonly attempt: number
  /** 2 for a duplicated request and for the answer to it. */
  readonly copy: Copy
  readonly key: KeyName | null
  /** The key as it is printed: a UUID. */
  readonly uuid: string | null
  readonly answer: Answer | null
  /** Which charge of its payment the answer reports: 0 none, 1 the first, 2 a second one, … */
  readonly charge: number
  readonly sentAt: number
  readonly latencyMs: number
  /** When it arrived or was lost; Infinity while the trace ends before. */
  readonly endAt: number
  readonly end: 'delivered' | 'lost' | 'none'
  /** Since when the client has not waited for it any more: its attempt timed out, or the payment was given up. */
  readonly lateFrom: number
  /** The id of the event that sent it. */
  readonly sentId: number
}

/** A run from beginning to end. Immutable; every screen is a function of it and a playhead. */
export interface Trace {
  readonly settings: Settings
  /** The state before the first step. */
  readonly opening: State
  readonly steps: readonly Step[]
  readonly events: readonly TraceEvent[]
  /** By time of sending. */
  readonly flights: readonly Flight[]
  /** Nothing happens after this virtual time. */
  readonly endMs: number
}
