import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { simulate } from '../../drivers/timed.ts'
import { chargesOf } from '../../ledger/account.ts'
import type { Input } from '../../session.ts'
import { inputs, settings } from '../../testing/arbitraries.ts'
import { itHolds } from '../../testing/property.ts'
import { eventsOf } from '../../testing/run.ts'
import { Scene } from '../../testing/scene.ts'

const keyed = () => new Scene({ keys: 'per-payment' })
const perSession = () => new Scene({ keys: 'per-session' })

/** The first request has inserted its key and is still in flight. */
const inFlight = (scene: Scene) => scene.pay().deliver('p1.a1.request').step(1, 1)
const finish = (scene: Scene) => scene.step(1, 1).step(1, 1).step(1, 1).deliver('p1.a1.response')

function withoutPolicy(input: Input): Input {
  if (input.type !== 'configure') return input
  const { keys: _, server: __, ttl: ___, ...rest } = input.settings
  return { ...input, settings: rest }
}

const DAY_MS = 86_400_000

describe('one-transaction', () => {
  itHolds(
    'with a key per payment never charges a payment twice, and breaks no promise',
    { seed: 7, runs: 300 },
    fc.property(settings, inputs, (drawn, pressed) => {
      // What lives for ever cannot be forgotten: a key that has expired is charged again, as it should be.
      const keyed = { ...drawn, keys: 'per-payment', server: 'one-transaction', ttl: DAY_MS } as const
      const trace = simulate({ settings: keyed, inputs: pressed.map(withoutPolicy) })
      for (const { state } of trace.steps) {
        state.payments.forEach((_, index) => {
          expect(chargesOf(state.ledger, index + 1)).toBeLessThanOrEqual(1)
        })
      }
      expect(eventsOf(trace, 'promise.broken')).toEqual([])
    }),
  )

  it('answers a first request with 201 and charges it', () => {
    const scene = keyed().pay().complete(1, 1)
    expect(scene.answer(1, 1)).toEqual({
      status: 201,
      headers: { 'Content-Type': 'application/json' },
      body: { id: 'ch_1_1', amount: 10_000, currency: 'usd', status: 'succeeded' },
    })
    expect(scene.charges(1)).toBe(1)
  })

  it('charges nothing and saves nothing before the commit', () => {
    const scene = inFlight(keyed()).step(1, 1)
    expect(scene.charges(1)).toBe(0)
    expect(scene.record('k1')?.status).toBe('processing')
    scene.step(1, 1)
    expect(scene.charges(1)).toBe(1)
    expect(scene.record('k1')).toMatchObject({ status: 'completed', answer: { status: 201 } })
  })

  it('replays the saved answer after completion: same status and body, marked, not charged', () => {
    const scene = keyed().pay().serve(1, 1).lose('p1.a1.response').pay().complete(1, 2)
    const first = scene.answer(1, 1)
    expect(scene.answer(1, 2)).toEqual({
      ...first,
      headers: { ...first?.headers, 'Idempotent-Replayed': 'true' },
    })
    expect(scene.answer(1, 2)?.status).toBe(201)
    expect(scene.charges(1)).toBe(1)
    expect(scene.events('response.sent').map(event => event.data?.replayed)).toEqual([false, true])
  })

  it('replays as often as it is asked', () => {
    const scene = keyed().pay().serve(1, 1).pay().serve(1, 2).pay().serve(1, 3)
    expect(scene.answer(1, 3)).toEqual(scene.answer(1, 2))
    expect(scene.charges(1)).toBe(1)
  })

  it('answers 409 with Retry-After while the first request is in flight', () => {
    const scene = inFlight(keyed()).pay().complete(1, 2)
    expect(scene.answer(1, 2)).toMatchObject({ status: 409, headers: { 'Retry-After': '1' } })
    expect(scene.charges(1)).toBe(0)
    finish(scene)
    expect(scene.charges(1)).toBe(1)
  })

  it('answers 422 to another payload when the first is done, and still replays the original', () => {
    const scene = perSession().pay(10_000).complete(1, 1).newPayment().pay(2500).complete(2, 1)
    expect(scene.answer(2, 1)?.status).toBe(422)
    expect(scene.payment(2).belief).toBe('failed')
    scene.newPayment().pay(10_000).complete(3, 1)
    expect(scene.answer(3, 1)).toMatchObject({
      status: 201,
      headers: { 'Idempotent-Replayed': 'true' },
      body: { id: 'ch_1_1' },
    })
    expect([1, 2, 3].map(payment => scene.charges(payment))).toEqual([1, 0, 0])
  })

  it('answers 422 to another payload while the first is in flight, which then ends as if alone', () => {
    const scene = inFlight(perSession()).newPayment().pay(2500).complete(2, 1)
    expect(scene.answer(2, 1)?.status).toBe(422)
    finish(scene).newPayment().pay(10_000).complete(3, 1)
    expect(scene.answer(3, 1)?.headers['Idempotent-Replayed']).toBe('true')
    expect([1, 2, 3].map(payment => scene.charges(payment))).toEqual([1, 0, 0])
  })

  it('saves the 402 of a declined card and replays it, though the next card would do', () => {
    const scene = new Scene({ keys: 'per-payment', card: 'declined' })
      .pay()
      .serve(1, 1)
      .lose('p1.a1.response')
    expect(scene.record('k1')).toMatchObject({ status: 'completed', answer: { status: 402 } })
    scene.configure({ card: 'ok' }).pay().complete(1, 2)
    expect(scene.answer(1, 2)).toMatchObject({ status: 402, headers: { 'Idempotent-Replayed': 'true' } })
    scene.newPayment().pay().complete(2, 1)
    expect(scene.answer(2, 1)?.status).toBe(201)
    expect([1, 2].map(payment => scene.charges(payment))).toEqual([0, 1])
  })

  it('charges each attempt when every attempt has a key of its own', () => {
    const scene = new Scene({ keys: 'per-attempt' }).pay().serve(1, 1).pay().serve(1, 2)
    expect(scene.charges(1)).toBe(2)
    expect(scene.answer(1, 2)?.headers).not.toHaveProperty('Idempotent-Replayed')
  })

  it('sees in two requests with the same key at once that one came first', () => {
    const scene = keyed().pay().pay().deliver('p1.a1.request').deliver('p1.a2.request')
    scene.step(1, 2).step(1, 1).step(1, 1)
    expect(scene.answer(1, 1)?.status).toBe(409)
    scene.step(1, 2).step(1, 2).step(1, 2)
    expect(scene.answer(1, 2)?.status).toBe(201)
    expect(scene.charges(1)).toBe(1)
  })
})
