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
