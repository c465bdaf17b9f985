import { canonicalJson } from '../idempotency/canonical.ts'
import type { IdempotencyRecord, KeyName } from '../idempotency/record.ts'
import { CURRENCY, type Minor } from '../ledger/money.ts'

/** The JSON body of `POST /v1/payments`. Customer 50 is the source article's. */
export interface Payload {
  readonly amount: Minor
  readonly currency: string
  readonly customer: number
  readonly card: string
}

/** Methods of HTTP as far as a payments API has them. */
export type Method = 'GET' | 'PUT' | 'DELETE' | 'POST' | 'PATCH'

/** POST and PATCH are not idempotent by themselves (RFC 9110 §9.2.2, RFC 5789), so keys guard them; the others pass by. */
const GUARDED: readonly Method[] = ['POST', 'PATCH']

export function isGuarded(method: Method): boolean {
  return GUARDED.includes(method)
}

/** The endpoint that makes a payment. */
export const PAYMENTS = { method: 'POST', path: '/v1/payments' } as const

/** Within what a key means the same: the account and the endpoint. */
export function scopeOf(method: Method, { customer }: Payload): string {
  return `${customer} ${method} ${PAYMENTS.path}`
}

/** What a handler is given. */
export interface Request {
  readonly payment: number
  readonly attempt: number
  readonly key: KeyName
  readonly payload: Payload
}

export function payloadOf(amount: Minor, card: 'ok' | 'declined'): Payload {
  return { amount, currency: CURRENCY, customer: 50, card: card === 'ok' ? 'tok_ok' : 'tok_declined' }
}

/** What tells two payloads apart: their canonical JSON, whole, so that no two of them can collide. */
export function fingerprintOf(payload: Payload): string {
  return canonicalJson(payload)
}

/** Whether the record of a key that a payment carried was made for another payload: then the bank answers 422. */
export function isKeyReused(
  record: IdempotencyRecord | undefined,
  amount: Minor,
  card: 'ok' | 'declined',
): boolean {
  return record !== undefined && record.fingerprint !== fingerprintOf(payloadOf(amount, card))
}
