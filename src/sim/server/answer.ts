import { CURRENCY } from '../ledger/money.ts'
import type { StagedCharge } from './operation.ts'

/** What the bank sends back. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Readonly<Record<string, unknown>>
  /** The words of the handler's text that made it; the stage lights the line that contains them. Empty when none did. */
  readonly text: string
}

const JSON_TYPE = { 'Content-Type': 'application/json' } as const
/** RFC 9457. */
const PROBLEM_TYPE = { 'Content-Type': 'application/problem+json' } as const

/** 201 with the charge, 402 when the card was declined, 500 when the bank broke after the charge. */
export function answer(row: StagedCharge): Answer {
  if (row.failed) {
    const body = { type: 'internal_error', title: 'The bank broke after the charge.', status: 500 }
    return { status: 500, headers: PROBLEM_TYPE, body, text: 'answer(row)' }
  }
  if (row.declined) {
    const body = { type: 'card_declined', title: 'The card was declined.', status: 402 }
    return { status: 402, headers: PROBLEM_TYPE, body, text: 'answer(row)' }
  }
  const body = { id: row.id, amount: row.amount, currency: CURRENCY, status: 'succeeded' }
  return { status: 201, headers: JSON_TYPE, body, text: 'answer(row)' }
}

/** 200 without looking: the key is there, so the work is taken for done. */
export function alreadyDone(): Answer {
  return { status: 200, headers: JSON_TYPE, body: { status: 'already processed' }, text: 'alreadyDone()' }
}

/** 409: the first request with this key is still in flight. */
export function conflict(): Answer {
  const body = {
    type: 'in_flight',
    title: 'The first request with this key is still in flight.',
    status: 409,
  }
  return { status: 409, headers: { ...PROBLEM_TYPE, 'Retry-After': '1' }, body, text: 'conflict()' }
}

/** 409: the unique constraint was violated, and nothing else is known. */
export function duplicateKey(): Answer {
  const body = { type: 'duplicate_key', title: 'A row with this key exists already.', status: 409 }
  return { status: 409, headers: PROBLEM_TYPE, body, text: 'duplicateKey()' }
}

/** 429 before anything is looked at: it says nothing about earlier attempts. */
export function tooManyRequests(): Answer {
  const body = { type: 'rate_limit', title: 'Too many requests: try again later.', status: 429 }
  return { status: 429, headers: { ...PROBLEM_TYPE, 'Retry-After': '1' }, body, text: '' }
}

/** 400: the form of the request is wrong, so no handler sees it. */
export function badRequest(type: string, title: string): Answer {
  return { status: 400, headers: PROBLEM_TYPE, body: { type, title, status: 400 }, text: '' }
}

/** 422: this key came with another payload before. */
export function mismatch(): Answer {
  const body = { type: 'key_reused', title: 'This key came with another payload before.', status: 422 }
  return { status: 422, headers: PROBLEM_TYPE, body, text: 'mismatch()' }
}

/** The saved answer, marked as Stripe marks it (https://docs.stripe.com/api/idempotent_requests). */
export function replay(seen: { readonly answer?: Answer | undefined }): Answer {
  // Another strategy may have written the record, and none of its answer.
  if (!seen.answer) return { ...alreadyDone(), text: 'replay(seen)' }
  const headers = { ...seen.answer.headers, 'Idempotent-Replayed': 'true' }
  return { ...seen.answer, headers, text: 'replay(seen)' }
}

export function isReplayed(sent: Pick<Answer, 'headers'>): boolean {
  return sent.headers['Idempotent-Replayed'] === 'true'
}
