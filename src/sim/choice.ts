import type { RecordName } from './idempotency/record.ts'
import type { Minor } from './ledger/money.ts'
import type { MessageId } from './network/message.ts'
import type { WorldSettings } from './state.ts'

/** One thing that may happen next, as data: it can be recorded, shown and put in a link. Payments and attempts count from 1, workers from 0. */
export type Choice =
  | { readonly kind: 'pay'; readonly amount: Minor }
  | {
      readonly kind: 'retry'
      readonly by: 'person' | 'client'
      readonly payment: number
      readonly attempt: number
    }
  | { readonly kind: 'newPayment' }
  | { readonly kind: 'configure'; readonly settings: Partial<WorldSettings> }
  | { readonly kind: 'timeout'; readonly payment: number; readonly attempt: number }
  | { readonly kind: 'deliver'; readonly message: MessageId }
  | { readonly kind: 'lose'; readonly message: MessageId; readonly by: 'network' | 'person' }
  | { readonly kind: 'duplicate' | 'refuse'; readonly message: MessageId }
  | { readonly kind: WorkerChoice; readonly worker: number }
  | { readonly kind: 'expire'; readonly record: RecordName }

/** `step` is the next operation; the others are what may befall a worker. */
export type WorkerChoice = 'step' | 'crash' | 'restart' | 'pause' | 'resume' | 'fail'
