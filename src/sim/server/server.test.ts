import { describe, expect, it } from 'vitest'
import { CALM, eventsOf, pays, run, timesOf } from '../testing/run.ts'
import { Scene } from '../testing/scene.ts'
import { workOf } from './worker.ts'

describe('the bank', () => {
  it('works on two requests at once, and takes those that wait in order', () => {
    const trace = run(CALM, pays(0, 10, 20, 30))
    const started = eventsOf(trace, 'handler.started')
    expect(started.map(({ message, worker, at }) => [message, worker, at])).toEqual([
      ['p1.a1.request', 'w1', 700],
      ['p1.a2.request', 'w2', 710],
      ['p1.a3.request', 'w1', 1100],
      ['p1.a4.request', 'w2', 1110],
    ])
    expect(timesOf(trace, 'request.delivered')).toEqual([700, 710, 720, 730])
  })

  it('keeps the order of arrival, not that of sending', () => {
    const scene = new Scene().pay().pay().pay().pay()
    for (const attempt of [4, 2, 3, 1]) scene.deliver(`p1.a${attempt}.request`)
    expect(scene.state.inbox.map(message => message.attempt)).toEqual([3, 1])
    scene.step(1, 2).step(1, 2)
    expect(scene.state.workers.map(worker => workOf(worker)?.message.attempt)).toEqual([4, 3])
    expect(scene.state.inbox.map(message => message.attempt)).toEqual([1])
  })

  it('starts on a request that waited because of the answer that freed the worker', () => {
    const trace = run(CALM, pays(0, 10, 20))
    const waited = eventsOf(trace, 'handler.started').find(({ message }) => message === 'p1.a3.request')
    const arrived = eventsOf(trace, 'request.delivered').find(({ message }) => message === 'p1.a3.request')
    const freed = eventsOf(trace, 'response.sent').find(({ message }) => message === 'p1.a1.response')
    expect(waited?.worker).toBe(freed?.worker)
    expect(waited?.cause).toEqual([arrived?.id, freed?.id])
  })

  it('starts on a request that waited because of the restart of a worker', () => {
    const scene = new Scene().pay().pay().pay()
    for (const attempt of [1, 2, 3]) scene.deliver(`p1.a${attempt}.request`)
    scene.take({ kind: 'crash', worker: 0 }).take({ kind: 'restart', worker: 0 })
    const [arrived] = scene.events('request.delivered').slice(-1)
    const [restarted] = scene.events('server.restarted')
    expect(scene.events('handler.started').at(-1)?.cause).toEqual([arrived?.id, restarted?.id])
  })

  it('starts on a request that did not wait because of it alone', () => {
    const scene = new Scene().pay().complete(1, 1).newPayment().pay().deliver('p2.a1.request')
    const [arrived] = scene.events('request.delivered').slice(-1)
    expect(scene.events('handler.started').at(-1)?.cause).toEqual([arrived?.id])
  })

  it('runs no-key for a request without a key, whatever strategy is set', () => {
    const scene = new Scene({ keys: 'off', server: 'one-transaction' }).pay().deliver('p1.a1.request')
    expect(workOf(scene.state.workers[0])?.handler).toBe('no-key')
  })

  it('runs no-key for a request with a key when that is set', () => {
    const scene = new Scene({ keys: 'per-payment', server: 'no-key' }).pay().serve(1, 1).pay().serve(1, 2)
    expect(scene.charges(1)).toBe(2)
  })

  it('ends what it began with the strategy it began with', () => {
    const scene = new Scene({ keys: 'per-payment', server: 'one-transaction' }).pay().deliver('p1.a1.request')
    scene.configure({ server: 'no-key' }).step(1, 1)
    expect(scene.record('k1')?.status).toBe('processing')
  })

  it('takes virtual time for every operation and for the answer', () => {
    const trace = run({ ...CALM, keys: 'per-payment' }, pays(0))
    const told = trace.events.filter(
      ({ actor }) => actor === 'server' || actor === 'store' || actor === 'ledger',
    )
    expect(told.map(({ at, kind }) => [at - 700, kind])).toEqual([
      [0, 'handler.started'],
      [150, 'store.written'],
      [450, 'store.written'],
      [600, 'ledger.charged'],
      [600, 'store.written'],
      [700, 'response.sent'],
    ])
  })

  it('says in the answer which charge of its payment it made', () => {
    const trace = run({ ...CALM, responseLoss: 1 }, pays(0, 3000))
    expect(trace.flights.filter(flight => flight.kind === 'response').map(flight => flight.charge)).toEqual([
      1, 2,
    ])
  })

  it('declines a declined card without a row', () => {
    const scene = new Scene({ card: 'declined' }).pay().complete(1, 1)
    expect(scene.answer(1, 1)).toEqual({
      status: 402,
      headers: { 'Content-Type': 'application/problem+json' },
      body: { type: 'card_declined', title: 'The card was declined.', status: 402 },
    })
    expect(scene.events('ledger.declined')).toHaveLength(1)
    expect(scene.state.ledger.charges).toEqual([])
  })
})

describe('the door', () => {
  it('answers a malformed key at once, without a worker, in the name of the request', () => {
    const scene = new Scene({ keys: 'empty' }).pay().deliver('p1.a1.request')
    expect(scene.state.workers).toEqual([null, null])
    expect(scene.events('handler.started')).toEqual([])
    const [delivered] = scene.events('request.delivered')
    const [sent] = scene.events('response.sent')
    expect(sent).toMatchObject({ message: 'p1.a1.response', attempt: 1, payment: 'p1', actor: 'server' })
    expect(sent).not.toHaveProperty('worker')
    expect(sent?.cause).toEqual([delivered?.id])
    expect(sent?.data).toMatchObject({ replayed: false, charge: 0 })
  })

  it('answers 400 also while both workers are busy', () => {
    const scene = new Scene({ keys: 'per-payment' }).pay().pay()
    scene.deliver('p1.a1.request').deliver('p1.a2.request').newPayment().configure({ keys: 'too-long' }).pay()
    scene.deliver('p2.a1.request')
    expect(scene.answer(2, 1)?.status).toBe(400)
    expect(scene.state.inbox).toEqual([])
  })

  it('turns a request away with 429 before it looks at its key', () => {
    const scene = new Scene({ keys: 'empty' }).pay().take({ kind: 'refuse', message: 'p1.a1.request' })
    expect(scene.answer(1, 1)).toMatchObject({ status: 429, headers: { 'Retry-After': '1' } })
    expect(scene.trace.events.slice(-2).map(({ kind, worker }) => [kind, worker])).toEqual([
      ['request.delivered', undefined],
      ['response.sent', undefined],
    ])
    expect(scene.events('response.sent')[0]?.cause).toEqual([scene.events('request.delivered')[0]?.id])
  })

  it('says with a 429 nothing of the attempts before', () => {
    const scene = new Scene({ keys: 'per-payment' }).pay().serve(1, 1).lose('p1.a1.response').pay()
    scene.take({ kind: 'refuse', message: 'p1.a2.request' }).deliver('p1.a2.response')
    expect([scene.payment(1).belief, scene.charges(1)]).toEqual(['unknown', 1])
    expect(scene.pay().complete(1, 3).payment(1).belief).toBe('paid')
  })

  it('refuses requests only', () => {
    const scene = new Scene().pay().serve(1, 1)
    expect(() => scene.take({ kind: 'refuse', message: 'p1.a1.response' })).toThrow('May not happen')
  })
})

describe('instances with a memory of their own', () => {
  const OWN = { keys: 'per-payment', memory: 'per-instance', server: 'lua-get-or-claim' } as const
  const workersOf = (scene: Scene) =>
    scene.events('handler.started').map(({ message, worker }) => [message, worker])

  it('take turns at the attempts of a payment, and so charge it twice', () => {
    const scene = new Scene(OWN).pay().serve(1, 1).pay().serve(1, 2).pay().serve(1, 3)
    expect(workersOf(scene)).toEqual([
      ['p1.a1.request', 'w1'],
      ['p1.a2.request', 'w2'],
      ['p1.a3.request', 'w1'],
    ])
    expect(scene.charges(1)).toBe(2)
    expect(scene.answer(1, 3)?.headers['Idempotent-Replayed']).toBe('true')
  })

  it('give the copy of a duplicate to the other one', () => {
    const scene = new Scene(OWN).pay().take({ kind: 'duplicate', message: 'p1.a1.request' })
    scene.deliver('p1.a1.request.2').deliver('p1.a1.request')
    expect(workersOf(scene)).toEqual([
      ['p1.a1.request.2', 'w2'],
      ['p1.a1.request', 'w1'],
    ])
  })

  it('do not keep a request waiting for its turn when the other one is free', () => {
    const scene = new Scene(OWN).pay().deliver('p1.a1.request').newPayment().pay().deliver('p2.a1.request')
    expect(workersOf(scene)[1]).toEqual(['p2.a1.request', 'w2'])
    scene.newPayment().pay().deliver('p3.a1.request')
    expect(scene.state.inbox.map(({ payment }) => payment)).toEqual([3])
  })

  it('do not take turns where the memory is shared', () => {
    const scene = new Scene({ ...OWN, memory: 'shared' }).pay().serve(1, 1).pay().serve(1, 2)
    expect(workersOf(scene).map(([, worker]) => worker)).toEqual(['w1', 'w1'])
    expect(scene.charges(1)).toBe(1)
  })

  it.each(['unique-409', 'one-transaction'] as const)('share the database: %s charges once', server => {
    const scene = new Scene({ ...OWN, server }).pay().serve(1, 1).pay().serve(1, 2)
    expect(workersOf(scene).map(([, worker]) => worker)).toEqual(['w1', 'w2'])
    expect(scene.charges(1)).toBe(1)
  })

  it('neither of which is given a request while it is down', () => {
    const scene = new Scene(OWN).pay().deliver('p1.a1.request').take({ kind: 'crash', worker: 0 })
    scene.newPayment().pay().deliver('p2.a1.request')
    expect(workersOf(scene)[1]).toEqual(['p2.a1.request', 'w2'])
  })
})

describe('an answer', () => {
  it('to the copy of a duplicate is a copy too, and names the charge it made', () => {
    const scene = new Scene().pay().take({ kind: 'duplicate', message: 'p1.a1.request' })
    scene.deliver('p1.a1.request.2').step(1, 1).step(1, 1).deliver('p1.a1.request').step(1, 1).step(1, 1)
    expect(scene.events('response.sent').map(({ message, data }) => [message, data?.charge])).toEqual([
      ['p1.a1.response.2', 1],
      ['p1.a1.response', 2],
    ])
  })

  it('that reports a charge of another request has made none', () => {
    const settings = { keys: 'per-payment', server: 'saved-response-downstream-key' } as const
    const scene = new Scene(settings).pay().pay().deliver('p1.a1.request').deliver('p1.a2.request')
    scene.step(1, 1).step(1, 2).step(1, 1).step(1, 2).step(1, 1).step(1, 2).step(1, 1).step(1, 2)
    expect(scene.events('response.sent').map(({ data }) => data?.charge)).toEqual([1, 0])
  })
})
