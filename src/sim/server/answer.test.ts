import { describe, expect, it } from 'vitest'
import {
  type Answer,
  alreadyDone,
  answer,
  badRequest,
  conflict,
  duplicateKey,
  isReplayed,
  mismatch,
  replay,
  tooManyRequests,
} from './answer.ts'

const JSON_HEADERS = { 'Content-Type': 'application/json' }
const PROBLEM = { 'Content-Type': 'application/problem+json' }
const ROW = { id: 'ch_1_1', amount: 10_000, declined: false, failed: false }
const CREATED: Answer = {
  status: 201,
  headers: JSON_HEADERS,
  body: { id: 'ch_1_1', amount: 10_000, currency: 'usd', status: 'succeeded' },
  text: 'answer(row)',
}

const problem = (status: number, type: string, title: string, headers = {}) => ({
  status,
  headers: { ...PROBLEM, ...headers },
  body: { type, title, status },
})

describe('the answer to a charge', () => {
  it('is 201 with the charge', () => {
    expect(answer(ROW)).toEqual(CREATED)
  })

  it('is 402 when the card was declined', () => {
    expect(answer({ ...ROW, declined: true })).toEqual({
      ...problem(402, 'card_declined', 'The card was declined.'),
      text: 'answer(row)',
    })
  })

  it('is 500 when the bank broke after it, and does not name the charge', () => {
    expect(answer({ ...ROW, failed: true })).toEqual({
      ...problem(500, 'internal_error', 'The bank broke after the charge.'),
      text: 'answer(row)',
    })
  })
})

describe('the answer to a key that is there', () => {
  it('is 200 without looking', () => {
    expect(alreadyDone()).toEqual({
      status: 200,
      headers: JSON_HEADERS,
      body: { status: 'already processed' },
      text: 'alreadyDone()',
    })
  })

  it('is 409 while the first is in flight, to be tried again after a second', () => {
    expect(conflict()).toEqual({
      ...problem(409, 'in_flight', 'The first request with this key is still in flight.', {
        'Retry-After': '1',
      }),
      text: 'conflict()',
    })
  })

  it('is 409 for the violated constraint, with no hint when to try again', () => {
    expect(duplicateKey()).toEqual({
      ...problem(409, 'duplicate_key', 'A row with this key exists already.'),
      text: 'duplicateKey()',
    })
  })

  it('is 422 for another payload', () => {
    expect(mismatch()).toEqual({
      ...problem(422, 'key_reused', 'This key came with another payload before.'),
      text: 'mismatch()',
    })
  })
})

describe('the answer at the door', () => {
  it('is 429 when there are too many requests, to be tried again after a second', () => {
    expect(tooManyRequests()).toEqual({
      ...problem(429, 'rate_limit', 'Too many requests: try again later.', { 'Retry-After': '1' }),
      text: '',
    })
  })

  it('is 400 for a bad form, and lights no line', () => {
    expect(badRequest('key_required', 'No key.')).toEqual({
      ...problem(400, 'key_required', 'No key.'),
      text: '',
    })
  })
})

describe('a replay', () => {
  it('is the saved answer, marked', () => {
    expect(replay({ answer: CREATED })).toEqual({
      ...CREATED,
      headers: { ...JSON_HEADERS, 'Idempotent-Replayed': 'true' },
      text: 'replay(seen)',
    })
  })

  it('leaves the saved answer as it was', () => {
    replay({ answer: CREATED })
    expect(CREATED.headers).toEqual({ 'Content-Type': 'application/json' })
  })

  it('keeps status and headers of a saved error', () => {
    expect(replay({ answer: conflict() })).toMatchObject({
      status: 409,
      headers: { ...PROBLEM, 'Retry-After': '1', 'Idempotent-Replayed': 'true' },
    })
  })

  it('of a record without an answer says that it is done, and is not marked', () => {
    expect(replay({})).toEqual({ ...alreadyDone(), text: 'replay(seen)' })
    expect(isReplayed(replay({}))).toBe(false)
  })

  it('is known by its mark', () => {
    expect(isReplayed(replay({ answer: CREATED }))).toBe(true)
    expect(isReplayed(CREATED)).toBe(false)
    expect(isReplayed({ headers: { 'Idempotent-Replayed': 'false' } })).toBe(false)
  })
})
