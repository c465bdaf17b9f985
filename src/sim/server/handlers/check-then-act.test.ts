import { describe, expect, it } from 'vitest'
import { CALM, chargesIn, eventsOf, lastState, pays, run } from '../../testing/run.ts'
import { Scene } from '../../testing/scene.ts'

const ARTICLE = { keys: 'per-payment', server: 'check-then-act' } as const

describe('check-then-act', () => {
  it('charges once and answers the retry 200 without looking, when one comes after the other', () => {
    const scene = new Scene(ARTICLE).pay().serve(1, 1).lose('p1.a1.response').pay().complete(1, 2)
    expect(scene.answer(1, 2)).toMatchObject({ status: 200, body: { status: 'already processed' } })
    expect(scene.charges(1)).toBe(1)
    expect(scene.payment(1).belief).toBe('paid')
  })

  it('charges twice when both look before either marks', () => {
    const scene = new Scene(ARTICLE).pay().pay().deliver('p1.a1.request').deliver('p1.a2.request')
    scene.step(1, 1).step(1, 2)
    expect(scene.events('store.read').map(event => event.data?.found)).toEqual(['nothing', 'nothing'])
    scene.step(1, 1).step(1, 2).step(1, 1).step(1, 2)
    expect(scene.charges(1)).toBe(2)
  })

  it('charges once when one has marked before the other looks', () => {
    const scene = new Scene(ARTICLE).pay().pay().deliver('p1.a1.request').deliver('p1.a2.request')
    scene.step(1, 1).step(1, 1).step(1, 2).step(1, 2)
    expect(scene.answer(1, 2)?.status).toBe(200)
  })

  it.each([
    [100, 2],
    [200, 1],
  ])('with two presses %d ms apart charges %d times, though no message is lost', (gap, charges) => {
    const trace = run({ ...CALM, ...ARTICLE }, pays(0, gap))
    expect(chargesIn(trace, 1)).toBe(charges)
    const broken = eventsOf(trace, 'promise.broken').map(event => event.data?.promise)
    expect(broken).toEqual(charges === 2 ? ['at-most-one-charge'] : [])
  })

  it('charges twice for presses 300 ms apart when the network holds the first one up (seed 23)', () => {
    const trace = run({ ...ARTICLE, responseLoss: 0, seed: 23 }, pays(0, 300))
    expect(chargesIn(trace, 1)).toBe(2)
  })

  it('saves no answer: a declined card is declined once, then "already processed"', () => {
    const scene = new Scene({ ...ARTICLE, card: 'declined' }).pay().serve(1, 1).lose('p1.a1.response')
    scene.pay().complete(1, 2)
    expect([scene.answer(1, 1)?.status, scene.answer(1, 2)?.status]).toEqual([402, 200])
    expect(scene.events('promise.broken')[0]?.data).toEqual({ promise: 'told-paid-means-charged' })
    expect(lastState(scene.trace).ledger.charges).toEqual([])
  })
})
