import type { IdempotencyRecord } from '../idempotency/record.ts'
import { withRecord } from '../idempotency/store.ts'
import type { RequestMessage } from '../network/message.ts'
import { answer } from '../server/answer.ts'
import type { Operation, StagedCharge } from '../server/operation.ts'
import { perform } from '../server/perform.ts'
import { fingerprintOf, payloadOf } from '../server/request.ts'
import type { Work } from '../server/worker.ts'
import type { State, WorldSettings } from '../state.ts'
import { opening, request } from './request.ts'

export const NAME = '50 POST /v1/payments k1'
const FINGERPRINT = '{"amount":10000,"card":"tok_ok","currency":"usd","customer":50}'
export const ROW: StagedCharge = { id: 'ch_1_1', amount: 10_000, declined: false, failed: false }
export const FAILED = { ...ROW, failed: true }
export const DECLINED = { ...ROW, declined: true }
export const OWN = { settings: { memory: 'per-instance' } } as const

export const record = (fields: Partial<IdempotencyRecord> = {}): IdempotencyRecord => ({
  key: 'k1',
  instance: null,
  status: 'processing',
  fingerprint: FINGERPRINT,
  life: 'ever',
  ...fields,
})

const workOn = (message: RequestMessage): Work => ({
  handler: 'one-transaction',
  message,
  results: [],
  asleep: false,
})

export interface Where {
  readonly settings?: Partial<WorldSettings>
  readonly store?: Record<string, IdempotencyRecord>
  readonly worker?: number
  readonly message?: RequestMessage
}

/** What an operation does in a world whose store holds these records. */
export function doing(operation: Operation, { settings = {}, store = {}, worker = 0, message }: Where = {}) {
  let before: State = opening(settings)
  for (const name in store) before = withRecord(before, name, store[name] as IdempotencyRecord)
  const [state, result, events] = perform(before, worker, workOn(message ?? request()), operation)
  return { before, state, result, events, event: events[0], store: state.store, ledger: state.ledger }
}

/** What every event of the first worker at the first attempt bears. */
export const BY_WORKER = { payment: 1, attempt: 1, worker: 0, cause: ['worker 0'], marks: ['worker 0'] }

export const saved = { status: 'completed', life: 'ttl', answer: answer(ROW) } as const
export const other = fingerprintOf(payloadOf(2500, 'ok'))
