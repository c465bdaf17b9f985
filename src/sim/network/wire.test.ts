import { describe, expect, it } from 'vitest'
import { Scene } from '../testing/scene.ts'
import { isDuplicable, turnBack, duplicate as twice } from './wire.ts'

const duplicate = (scene: Scene, message = 'p1.a1.request') => scene.take({ kind: 'duplicate', message })

describe('a duplicate', () => {
  it('is a second of the request: same key, same payload, a name of its own', () => {
    const scene = duplicate(new Scene({ keys: 'per-payment' }).pay())
    const [original, copy] = scene.state.wires
    expect(scene.state.wires).toHaveLength(2)
    expect(original).toMatchObject({ id: 'p1.a1.request', copy: 1, duplicated: true, key: 'k1' })
    expect(copy).toEqual({ ...original, id: 'p1.a1.request.2', copy: 2 })
  })

  it('is told by the network, caused by its original, with the request that it is', () => {
    const scene = duplicate(new Scene({ keys: 'per-payment' }).pay())
    const [sent] = scene.events('attempt.sent')
    const [made] = scene.events('request.duplicated')
    expect(made).toMatchObject({
      actor: 'network',
      payment: 'p1',
      attempt: 1,
      message: 'p1.a1.request.2',
      cause: [sent?.id],
    })
    expect(made?.request).toEqual(sent?.request)
    scene.deliver('p1.a1.request.2')
    expect(scene.events('request.delivered')[0]?.cause).toEqual([made?.id])
  })

  it('is made once: neither original nor copy is made a third time', () => {
    const scene = duplicate(new Scene().pay())
    expect(() => duplicate(scene)).toThrow('May not happen')
    expect(() => duplicate(scene, 'p1.a1.request.2')).toThrow('May not happen')
  })

  it('is made of requests only, and of those on a wire', () => {
    const scene = new Scene().pay()
    const [sent] = scene.state.wires
    expect(sent && isDuplicable(sent)).toBe(true)
    scene.serve(1, 1)
    const [answered] = scene.state.wires
    expect(answered && isDuplicable(answered)).toBe(false)
    expect(() => duplicate(scene, 'p1.a1.response')).toThrow('May not happen')
    expect(() => duplicate(scene)).toThrow('May not happen')
    expect(() => twice(scene.state, 'p1.a1.response')).toThrow('p1.a1.response is no request.')
    expect(() => turnBack(scene.state, 'p1.a1.response')).toThrow('p1.a1.response is no request.')
  })

  it('can be lost while its original arrives, and the other way round', () => {
    const scene = duplicate(new Scene().pay()).lose('p1.a1.request.2').deliver('p1.a1.request')
    expect(scene.events('request.lost')[0]?.message).toBe('p1.a1.request.2')
    const other = duplicate(new Scene().pay()).lose('p1.a1.request').deliver('p1.a1.request.2')
    expect(other.step(1, 1).state.ledger.charges.map(({ id }) => id)).toEqual(['ch_1_1_2'])
  })

  it('answers its attempt like the original, and a second answer changes nothing', () => {
    const scene = duplicate(new Scene().pay()).serve(1, 1).deliver('p1.a1.request.2').step(1, 1).step(1, 1)
    scene.deliver('p1.a1.response.2')
    expect([scene.payment(1).belief, scene.charges(1)]).toEqual(['paid', 2])
    scene.deliver('p1.a1.response')
    expect(scene.payment(1).attempts).toEqual(['ok'])
    expect(scene.events('payment.paid')).toHaveLength(1)
  })
})

describe('a loss', () => {
  it('is told by whoever lost it', () => {
    const scene = new Scene().pay().lose('p1.a1.request')
    expect(scene.events('request.lost')).toMatchObject([
      { actor: 'network', message: 'p1.a1.request', payment: 'p1', attempt: 1, data: { by: 'network' } },
    ])
    expect(scene.state.wires).toEqual([])
  })

  it('is of what is on a wire', () => {
    expect(() => new Scene().lose('p1.a1.request')).toThrow('May not happen')
  })
})
