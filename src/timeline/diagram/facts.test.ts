import { describe, expect, it } from 'vitest'
import type { Trace, TraceEvent } from '../../sim/index.ts'
import { CALM, eventsOf, pays, run } from '../../sim/testing/run.ts'
import { Scene } from '../../sim/testing/scene.ts'
import { actorOf, factsOf } from './facts.ts'

type Kind = Parameters<typeof eventsOf>[1]

function told(trace: Trace, kind: Kind, { nth = 0, seenMs = Number.POSITIVE_INFINITY } = {}) {
  const event = eventsOf(trace, kind)[nth] as TraceEvent
  return factsOf(trace, event, seenMs)
}
const fateAndWhy = (...given: Parameters<typeof told>) => {
  const { fate, why } = told(...given)
  return [fate, ...why]
}

describe('the facts of a message', () => {
  it('are the message whole, wherever on its way it is', () => {
    const trace = run({ ...CALM, keys: 'per-payment' }, pays(0))
    for (const kind of ['attempt.sent', 'request.delivered', 'handler.started'] as const)
      expect(told(trace, kind).http?.request).toBe(trace.events[1]?.request)
    const sent = eventsOf(trace, 'response.sent')[0]
    expect(told(trace, 'response.delivered').http).toEqual({ request: undefined, response: sent?.response })
    expect(told(trace, 'ledger.charged').http).toBeNull()
  })

  it('say as much of its fate as has been seen', () => {
    const trace = run(CALM, pays(0))
    expect(fateAndWhy(trace, 'attempt.sent', { seenMs: 699 })).toEqual(['In flight.'])
    expect(fateAndWhy(trace, 'attempt.sent', { seenMs: 700 })).toEqual([
      'Arrived after 700 ms.',
      'Worker 1 was free and took it.',
    ])
  })

  it('say by whom or by what chance it was lost', () => {
    const loss = { ...CALM, requestLoss: 1, responseLoss: 0.25 }
    expect(fateAndWhy(run(loss, pays(0)), 'request.lost').at(-1)).toBe('The network loses 100% of requests.')
    const dropped = run(loss, [...pays(0), { at: 200, type: 'dropMessage', message: 'p1.a1.request' }])
    expect(fateAndWhy(dropped, 'attempt.sent')).toEqual([
      'Lost 200 ms after it was sent.',
      'You chose to lose it.',
    ])
    const scene = new Scene(CALM).pay().serve(1, 1).lose('p1.a1.response')
    expect(fateAndWhy(scene.trace, 'response.lost').at(-1)).toBe('The network lost it.')
  })

  it('name the loss that was set when it was sent', () => {
    const inputs = [...pays(0), { at: 1200, type: 'configure', settings: { responseLoss: 0 } } as const]
    const trace = run({ ...CALM, responseLoss: 1 }, inputs)
    expect(fateAndWhy(trace, 'response.lost').at(-1)).toBe('The network loses 100% of answers.')
  })

  it('say since when a late answer was not waited for', () => {
    const trace = run({ ...CALM, timeout: 1500 }, pays(0))
    const sent = (seenMs: number) => fateAndWhy(trace, 'response.sent', { seenMs })
    expect(sent(1499)).toEqual(['In flight.'])
    expect(sent(1500)).toEqual([
      'In flight, and you no longer wait for it.',
      'You stopped waiting for it at 1.5 s: timed out.',
    ])
    expect(sent(9000)[0]).toBe('Arrived too late, after 700 ms.')
    const left = run(CALM, [...pays(0), { at: 1300, type: 'newPayment' }])
    expect(fateAndWhy(left, 'response.delivered').at(-1)).toBe('You had gone on to a new payment at 1.3 s.')
  })

  it('say how long a request waited, and for whom', () => {
    const trace = run(CALM, pays(0, 10, 20))
    const third = (seenMs: number) => fateAndWhy(trace, 'attempt.sent', { nth: 2, seenMs }).slice(1)
    expect(third(800)).toEqual(['It waits: no worker is free.'])
    expect(third(5000)).toEqual(['No worker was free: it waited 380 ms, then worker 1 took it.'])
  })

  it('say why a request was turned away', () => {
    expect(fateAndWhy(run({ ...CALM, rateLimit: 0.999 }, pays(0)), 'attempt.sent').at(-1)).toBe(
      'The bank turned it away at the door: it does so with 99.9% of requests.',
    )
    expect(fateAndWhy(run({ ...CALM, keys: 'empty' }, pays(0)), 'attempt.sent').at(-1)).toBe(
      'The bank turned it away at the door, before any worker saw it.',
    )
  })

  it('say when a worker died at it', () => {
    const trace = run({ ...CALM, crash: 'after-charge' }, pays(0))
    expect(fateAndWhy(trace, 'attempt.sent').at(-1)).toBe('Worker 1 died at it, so there is no answer to it.')
    expect(fateAndWhy(run(CALM, pays(0)), 'attempt.sent').at(-1)).not.toContain('died')
  })

  it('say what a copy, a replayed answer and an answer to a second charge are', () => {
    const copied = run({ ...CALM, duplicate: 1 }, pays(0))
    expect(fateAndWhy(copied, 'request.duplicated')).toContain(
      'A copy that the network made: it delivers 100% of requests twice.',
    )
    expect(fateAndWhy(copied, 'response.sent', { nth: 1 })).toEqual([
      'Arrived after 700 ms.',
      'The answer to a copy of the request.',
      'It reports charge 2 of one payment.',
    ])
    const replayed = run({ ...CALM, keys: 'per-payment', responseLoss: 0 }, pays(0, 1000))
    expect(fateAndWhy(replayed, 'response.sent', { nth: 1 })).toContain(
      'The bank knew the key and sent its saved answer again.',
    )
  })
})

describe('the facts of an operation', () => {
  it('are its record, by a key as short as can be told apart', () => {
    const trace = run({ ...CALM, keys: 'per-payment', server: 'check-then-act' }, pays(0))
    const uuid = trace.flights[0]?.uuid ?? ''
    expect(told(trace, 'store.read').details).toEqual([
      ['Key', `${uuid.slice(0, 8)}…`],
      ['Record found', 'nothing'],
    ])
    expect(told(trace, 'store.written').details).toContainEqual(['Record', 'processing'])
  })

  it('are the charge and the balance after it', () => {
    const trace = run(CALM, pays(0, 10))
    expect(told(trace, 'ledger.charged', { nth: 1 }).details).toEqual([
      ['Charge', 'ch_1_2'],
      ['Amount', '$100.00'],
      ['Charges of this payment', '2'],
      ['Balance', '$800.00'],
    ])
    const declined = run({ ...CALM, card: 'declined' }, pays(0))
    expect(told(declined, 'ledger.declined').details).toContainEqual(['Balance', '$1,000.00'])
  })

  it('are told of whoever did it', () => {
    const trace = run(CALM, pays(0))
    expect(eventsOf(trace, 'ledger.charged', 'attempt.sent').map(actorOf)).toEqual([
      'You',
      'The bank’s ledger, worker 1',
    ])
  })
})
