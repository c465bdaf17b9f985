import { describe, expect, it } from 'vitest'
import { Scene } from '../testing/scene.ts'
import { checkForm } from './form.ts'

const keyOf = (length: number) => 'k'.repeat(length)
const PROBLEM = { 'Content-Type': 'application/problem+json' }

function badRequest(type: string, title: string) {
  return { status: 400, headers: PROBLEM, body: { type, title, status: 400 }, text: '' }
}

describe('the form check', () => {
  it.each([1, 2, 254, 255])('passes a key of %d characters', length => {
    expect(checkForm({ method: 'POST', key: keyOf(length) }, false)).toBeNull()
  })

  it.each([0, 256, 300])('answers 400 to a key of %d characters, and says how long it is', length => {
    expect(checkForm({ method: 'POST', key: keyOf(length) }, false)).toEqual(
      badRequest('key_malformed', `An Idempotency-Key has 1 to 255 characters, this one has ${length}.`),
    )
  })

  it('passes a request without a key where none is required', () => {
    expect(checkForm({ method: 'POST', key: null }, false)).toBeNull()
  })

  it('answers 400 to a request without a key where one is required', () => {
    expect(checkForm({ method: 'POST', key: null }, true)).toEqual(
      badRequest('key_required', 'This request needs an Idempotency-Key.'),
    )
  })

  it('passes a good key where one is required, and still refuses an empty one', () => {
    expect(checkForm({ method: 'POST', key: 'k1' }, true)).toBeNull()
    expect(checkForm({ method: 'POST', key: '' }, true)?.body.type).toBe('key_malformed')
  })

  it('looks at PATCH as it looks at POST', () => {
    expect(checkForm({ method: 'PATCH', key: null }, true)?.body.type).toBe('key_required')
    expect(checkForm({ method: 'PATCH', key: '' }, false)?.body.type).toBe('key_malformed')
  })

  it.each(['GET', 'PUT', 'DELETE'] as const)('lets %s pass by, whatever its key', method => {
    for (const key of [null, '', keyOf(256)]) expect(checkForm({ method, key }, true)).toBeNull()
  })
})

describe('a request with a malformed key', () => {
  it.each(['empty', 'too-long'] as const)('(%s) fails the payment and charges nothing', keys => {
    const scene = new Scene({ keys }).pay().deliver('p1.a1.request').deliver('p1.a1.response')
    expect(scene.answer(1, 1)).toMatchObject({ status: 400, body: { type: 'key_malformed' } })
    expect(scene.payment(1).belief).toBe('failed')
    expect([scene.charges(1), scene.state.store]).toEqual([0, {}])
  })

  it('is refused when it has none and the bank requires one, and taken when it has one', () => {
    const scene = new Scene({ keyRequired: 'on' }).pay().deliver('p1.a1.request').deliver('p1.a1.response')
    expect(scene.answer(1, 1)).toMatchObject({ status: 400, body: { type: 'key_required' } })
    expect([scene.payment(1).belief, scene.charges(1)]).toEqual(['failed', 0])
    scene.configure({ keys: 'per-payment' }).newPayment().pay().complete(2, 1)
    expect([scene.payment(2).belief, scene.charges(2)]).toEqual(['paid', 1])
  })
})
