import { describe, expect, it } from 'vitest'
import { recordsOf } from '../idempotency/store.ts'
import type { RequestMessage } from '../network/message.ts'
import type { State } from '../state.ts'
import { opening, request } from '../testing/request.ts'
import { isGuarded, isKeyReused, type Method, payloadOf, scopeOf } from './request.ts'
import { accept, step } from './server.ts'
import { workOf } from './worker.ts'

/** The request arrives and is worked on until it is answered. */
function serve(state: State, message: RequestMessage): State {
  let [now] = accept(state, message)
  for (;;) {
    const worker = now.workers.findIndex(work => workOf(work)?.message === message)
    if (worker < 0) return now
    now = step(now, worker)[0]
  }
}

describe('keys guard', () => {
  it.each<[Method, boolean]>([
    ['POST', true],
    ['PATCH', true],
    ['GET', false],
    ['PUT', false],
    ['DELETE', false],
  ])('%s: %s', (method, guarded) => {
    expect(isGuarded(method)).toBe(guarded)
  })

  it.each<[Method, string]>([
    ['POST', 'set-nx'],
    ['PATCH', 'set-nx'],
    ['GET', 'no-key'],
    ['PUT', 'no-key'],
    ['DELETE', 'no-key'],
  ])('%s with a key, so that it runs %s', (method, handler) => {
    const [state, events] = accept(opening({ server: 'set-nx' }), request({ method }))
    expect(workOf(state.workers[0])?.handler).toBe(handler)
    expect(events.at(-1)?.data).toEqual({ handler })
  })
})

describe('the scope of a key', () => {
  const payload = payloadOf(10_000, 'ok')
  const first = serve(opening(), request())

  it('is the account and the endpoint', () => {
    expect(scopeOf('POST', payload)).toBe('50 POST /v1/payments')
    expect(scopeOf('PATCH', { ...payload, customer: 51 })).toBe('51 PATCH /v1/payments')
  })

  it('holds the same key of the same account to one charge', () => {
    const again = serve(first, request({ id: 'p1.a2.request', attempt: 2 }))
    expect([recordsOf(again, 'k1').length, again.ledger.charges.length]).toEqual([1, 1])
  })

  it('keeps the same key of another account apart', () => {
    const other = serve(
      first,
      request({ id: 'p1.a2.request', attempt: 2, payload: { ...payload, customer: 51 } }),
    )
    expect(Object.keys(other.store)).toEqual(['50 POST /v1/payments k1', '51 POST /v1/payments k1'])
    expect(other.ledger.charges.map(charge => charge.id)).toEqual(['ch_1_1', 'ch_1_2'])
  })

  it('keeps the same key under another method apart', () => {
    const other = serve(first, request({ id: 'p1.a2.request', attempt: 2, method: 'PATCH' }))
    expect(Object.keys(other.store)).toEqual(['50 POST /v1/payments k1', '50 PATCH /v1/payments k1'])
    expect(other.ledger.charges).toHaveLength(2)
  })
})

describe('a key is reused', () => {
  const record = serve(opening(), request()).store['50 POST /v1/payments k1']

  it('by another amount or another card, and not by the payload it came with', () => {
    expect(isKeyReused(record, 10_000, 'ok')).toBe(false)
    expect(isKeyReused(record, 10_001, 'ok')).toBe(true)
    expect(isKeyReused(record, 10_000, 'declined')).toBe(true)
  })

  it('by nothing as long as the bank does not know it', () => {
    expect(isKeyReused(undefined, 10_000, 'ok')).toBe(false)
  })
})

describe('the payload', () => {
  it.each([
    ['ok', 'tok_ok'],
    ['declined', 'tok_declined'],
  ] as const)('of a card that is %s carries %s', (card, token) => {
    expect(payloadOf(2500, card)).toEqual({ amount: 2500, currency: 'usd', customer: 50, card: token })
  })
})
