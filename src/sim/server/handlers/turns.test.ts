import { describe, expect, it } from 'vitest'
import { Scene } from '../../testing/scene.ts'
import type { StrategyId } from '../strategies.ts'

/** Two attempts of a payment have arrived at the bank, and nothing is done yet. */
const two = (server: StrategyId) =>
  new Scene({ keys: 'per-payment', server }).pay().pay().deliver('p1.a1.request').deliver('p1.a2.request')

/** A first request has arrived at the bank, and so many operations of it are done. */
function begun(server: StrategyId, operations: number, keys: 'per-payment' | 'per-session' = 'per-payment') {
  const scene = new Scene({ keys, server }).pay().deliver('p1.a1.request')
  for (let i = 0; i < operations; i += 1) scene.step(1, 1)
  return scene
}

function finish(scene: Scene, attempt: number): Scene {
  const done = () => scene.answer(1, attempt) !== undefined
  while (!done()) scene.step(1, attempt)
  return scene
}

const LOCK = '50 POST /v1/payments k1/lock'
const RECORD = '50 POST /v1/payments k1'

describe('charge-then-record', () => {
  it('charges twice when the second looks before the first has recorded', () => {
    const scene = two('charge-then-record').step(1, 1).step(1, 1).step(1, 2)
    finish(finish(scene, 1), 2)
    expect([scene.charges(1), scene.answer(1, 2)?.body]).toMatchObject([2, { id: 'ch_1_2' }])
    expect(scene.events('promise.broken')[0]?.data).toEqual({ promise: 'at-most-one-charge' })
  })

  it('charges once when the second looks after that', () => {
    const scene = finish(two('charge-then-record').step(1, 1).step(1, 1).step(1, 1), 2)
    expect([scene.charges(1), scene.answer(1, 2)?.headers['Idempotent-Replayed']]).toEqual([1, 'true'])
  })
})

describe('unique-200', () => {
  it('tells "already processed" of what is not charged yet, and is right in the end unless the first dies', () => {
    const scene = finish(two('unique-200').step(1, 1), 2).deliver('p1.a2.response')
    expect([scene.payment(1).belief, scene.charges(1)]).toEqual(['paid', 0])
    expect(scene.events('promise.broken')).toEqual([])
    expect(scene.step(1, 1).charges(1)).toBe(1)
  })

  it('has told "paid" without a charge once the first dies', () => {
    const scene = finish(two('unique-200').step(1, 1), 2).deliver('p1.a2.response')
    scene.take({ kind: 'crash', worker: 0 })
    expect(scene.events('promise.broken').map(({ data }) => data)).toEqual([
      { promise: 'told-paid-means-charged' },
    ])
  })
})

describe('unique-409', () => {
  it('never tells a client that lost its answer', () => {
    const scene = new Scene({ keys: 'per-payment', server: 'unique-409' }).pay().serve(1, 1)
    scene.lose('p1.a1.response').timeout(1, 1)
    for (const attempt of [2, 3, 4]) {
      scene.pay().complete(1, attempt)
      expect(scene.answer(1, attempt)).toMatchObject({ status: 409, body: { type: 'duplicate_key' } })
      expect(scene.payment(1).belief).toBe('unknown')
    }
    expect(scene.charges(1)).toBe(1)
  })
})

describe('set-nx', () => {
  it('lets another claim the key once its lease is over, and charges twice', () => {
    const scene = begun('set-nx', 1).take({ kind: 'expire', record: RECORD }).pay().serve(1, 2)
    expect([scene.charges(1), scene.answer(1, 2)?.status]).toEqual([1, 201])
    expect(finish(scene, 1).charges(1)).toBe(2)
  })

  it('marks the key done for longer than the lease', () => {
    const scene = begun('set-nx', 1)
    expect(scene.record('k1')).toMatchObject({ status: 'processing', life: 'lease' })
    expect(scene.step(1, 1).step(1, 1).record('k1')).toMatchObject({ status: 'completed', life: 'ttl' })
  })

  it('is stuck after a crash until its lease is over, and then charges what was charged', () => {
    const scene = begun('set-nx', 2).take({ kind: 'crash', worker: 0 }).pay().serve(1, 2)
    expect(scene.answer(1, 2)).toMatchObject({ status: 409, body: { type: 'in_flight' } })
    scene.take({ kind: 'expire', record: RECORD }).pay().serve(1, 3)
    expect([scene.answer(1, 3)?.status, scene.charges(1)]).toEqual([201, 2])
  })
})

describe('lock-check-outside', () => {
  it('charges twice, with no fault at all, on a look that has grown old', () => {
    // The second looks before the first is done, and locks after that.
    const scene = finish(two('lock-check-outside').step(1, 2), 1)
    expect(scene.charges(1)).toBe(1)
    finish(scene, 2)
    expect([scene.answer(1, 2)?.status, scene.charges(1)]).toEqual([201, 2])
  })

  it('has the lock while it works, and no longer', () => {
    const scene = begun('lock-check-outside', 2)
    expect(scene.state.store[LOCK]).toMatchObject({ status: 'locked', owner: 'p1.a1.request', life: 'lease' })
    expect(Object.keys(finish(scene, 1).state.store)).toEqual([RECORD])
  })

  it('releases only its own lock', () => {
    const scene = begun('lock-check-outside', 2).take({ kind: 'expire', record: LOCK }).pay()
    scene.deliver('p1.a2.request').step(1, 2).step(1, 2)
    finish(scene, 1)
    expect(scene.state.store[LOCK]?.owner).toBe('p1.a2.request')
    expect(scene.events('store.written').at(-1)?.data?.status).toBe('not ours')
  })
})

describe('lua-get-or-claim', () => {
  it('is stuck for ever after a crash: every retry is answered 409', () => {
    const scene = begun('lua-get-or-claim', 1).take({ kind: 'crash', worker: 0 })
    for (const attempt of [2, 3]) scene.pay().serve(1, attempt)
    expect([2, 3].map(attempt => scene.answer(1, attempt)?.status)).toEqual([409, 409])
    expect(() => scene.take({ kind: 'expire', record: RECORD })).toThrow('May not happen')
    expect(scene.charges(1)).toBe(0)
  })
})

describe('saved-response', () => {
  it('takes a first request that still works for a crash, and charges again', () => {
    const scene = begun('saved-response', 2).pay().serve(1, 2)
    expect(scene.charges(1)).toBe(2)
    // The first saves over what the second has saved.
    expect(finish(scene, 1).record('k1')?.answer?.body).toMatchObject({ id: 'ch_1_1' })
  })
})

describe('saved-response-downstream-key', () => {
  it('asks for the charge again and is given the one there is', () => {
    const scene = begun('saved-response-downstream-key', 2).pay().serve(1, 2)
    expect(scene.charges(1)).toBe(1)
    expect(scene.answer(1, 2)).toMatchObject({ status: 201, body: { id: 'ch_1_1', status: 'succeeded' } })
    expect(scene.events('store.read').at(-1)?.data).toEqual({ charge: 'ch_1_1', amount: 10_000, known: true })
  })

  it('does not charge again even when the record has expired, for the ledger remembers for good', () => {
    const scene = finish(begun('saved-response-downstream-key', 0), 1)
    scene.take({ kind: 'expire', record: RECORD }).pay().serve(1, 2)
    expect([scene.charges(1), scene.answer(1, 2)?.body]).toMatchObject([1, { id: 'ch_1_1' }])
  })
})

describe('another payload while the first is in flight', () => {
  it.each<[StrategyId, number, number, number]>([
    ['no-key', 0, 201, 1],
    ['charge-then-record', 1, 201, 1],
    ['check-then-act', 2, 200, 0],
    ['unique-200', 1, 200, 0],
    ['unique-409', 1, 409, 0],
    ['one-transaction', 1, 422, 0],
    ['set-nx', 1, 409, 0],
    ['lock-check-outside', 2, 409, 0],
    ['lua-get-or-claim', 1, 422, 0],
    ['saved-response', 1, 422, 0],
    ['saved-response-downstream-key', 1, 422, 0],
  ])(
    'under %s, which is %d operations on, is answered %d and charged %d times',
    (server, done, status, charges) => {
      const scene = begun(server, done, 'per-session').newPayment().pay(2500).complete(2, 1)
      expect([scene.answer(2, 1)?.status, scene.charges(2)]).toEqual([status, charges])
      expect(finish(scene, 1).charges(1)).toBe(1)
    },
  )
})
