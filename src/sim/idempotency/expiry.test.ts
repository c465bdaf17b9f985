import { describe, expect, it } from 'vitest'
import { opening } from '../testing/request.ts'
import { Scene } from '../testing/scene.ts'
import { expire, isMortal } from './expiry.ts'
import type { IdempotencyRecord, Life } from './record.ts'
import { withRecord } from './store.ts'

const record = (life: Life): IdempotencyRecord => ({
  key: 'k1',
  instance: null,
  status: 'completed',
  fingerprint: '{}',
  life,
})

describe('a record', () => {
  it.each<[Life, boolean]>([
    ['ttl', true],
    ['lease', true],
    ['ever', false],
  ])('that lives %s may run out: %s', (life, mortal) => {
    const state = withRecord(opening(), 'a', record(life))
    expect(isMortal(state, 'a')).toBe(mortal)
  })

  it('that is not there cannot run out', () => {
    const state = withRecord(opening(), 'a', record('ttl'))
    expect([isMortal(state, 'b'), isMortal(state, '__proto__')]).toEqual([false, false])
  })

  it('is gone once it has expired, it alone, and it is told which', () => {
    const state = withRecord(withRecord(opening(), 'a', record('lease')), 'b', record('ttl'))
    const [after, events] = expire(state, 'a')
    expect(after.store).toEqual({ b: record('ttl') })
    expect(events).toEqual([
      {
        actor: 'store',
        kind: 'record.expired',
        cause: ['record a'],
        marks: ['record a'],
        data: { key: 'k1', life: 'lease', status: 'completed' },
      },
    ])
  })
})

describe('an expired key', () => {
  const KEYED = { keys: 'per-payment' } as const
  const expireOf = (scene: Scene) => scene.take({ kind: 'expire', record: '50 POST /v1/payments k1' })

  it('is a new request, and charged again', () => {
    const scene = expireOf(new Scene(KEYED).pay().serve(1, 1)).pay().serve(1, 2)
    expect(scene.answer(1, 2)?.headers).not.toHaveProperty('Idempotent-Replayed')
    expect([scene.answer(1, 2)?.status, scene.charges(1)]).toEqual([201, 2])
  })

  it('is caused by its last writing, and is why it is not found', () => {
    const scene = expireOf(new Scene({ ...KEYED, server: 'charge-then-record' }).pay().serve(1, 1))
    scene.pay().deliver('p1.a2.request').step(1, 2)
    const [written] = scene.events('store.written')
    const [expired] = scene.events('record.expired')
    expect(expired?.cause).toEqual([written?.id])
    expect(scene.events('store.read').at(-1)?.cause).toContain(expired?.id)
  })

  it('may not expire while its claim is for ever', () => {
    const scene = new Scene({ ...KEYED, server: 'lua-get-or-claim' })
      .pay()
      .deliver('p1.a1.request')
      .step(1, 1)
    expect(() => expireOf(scene)).toThrow('May not happen')
  })
})
