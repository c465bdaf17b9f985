import { describe, expect, it } from 'vitest'
import type { Input } from '../../sim/index.ts'
import { runSession } from '../../store/run-session.ts'
import { pay, type Run, sessionOf } from '../run.ts'
import { CHALLENGES } from './challenges.ts'
import { runs } from './runs.ts'

type Played = Pick<Run, 'settings' | 'inputs'>

const newPayment = (at: number): Input => ({ at, type: 'newPayment' })
const set = (at: number, settings: object): Input => ({ at, type: 'configure', settings })
const CALM = { responseLoss: 0, latency: '700-700' } as const
const KEYED = { ...CALM, keys: 'per-payment' } as const
const EVERY_3_S = pay(0, 3000, 6000, 9000)

const metBy = (id: string, { settings, inputs }: Played) =>
  CHALLENGES.find(challenge => challenge.id === id)?.metBy(runSession(sessionOf({ settings, inputs }))) ??
  null

/** By challenge: runs that meet it, with the event that decides; runs that come near and do not. */
const CASES: Record<string, { met: Record<string, [Played, string]>; near: Record<string, Played> }> = {
  'once-at-80': {
    met: {
      'pressed four times': [runs['at-80'], 'payment.paid'],
      'retried by the client': [
        { settings: { ...runs['at-80'].settings, retry: 'auto' }, inputs: pay(0) },
        'payment.paid',
      ],
      'at 90%, as the rate is at least 80%': [
        {
          settings: { seed: 11, keys: 'per-payment', responseLoss: 0.9 },
          inputs: pay(...[...Array(20).keys()].map(n => n * 3000)),
        },
        'payment.paid',
      ],
    },
    near: {
      'nothing pressed': { settings: runs['at-80'].settings, inputs: [] },
      'without keys': { ...runs['at-80'], settings: { seed: 11, responseLoss: 0.8 } },
      'never told': runs['never-learns'],
      'by luck, at the first attempt': {
        settings: { seed: 3, keys: 'per-payment', responseLoss: 0.8 },
        inputs: EVERY_3_S,
      },
      'the rate lowered for the retry': {
        settings: { seed: 11, keys: 'per-payment', responseLoss: 0.8 },
        inputs: [...pay(0), set(2600, { responseLoss: 0.1 }), ...pay(3000, 6000)],
      },
      'the rate raised after the first answer was lost': {
        settings: { seed: 202, keys: 'per-payment' },
        inputs: [
          ...pay(0),
          set(2600, { responseLoss: 0.8 }),
          ...pay(...[...Array(15).keys()].map(n => 3000 + n * 3000)),
        ],
      },
      'without keys, the first request lost by hand': {
        settings: { seed: 3, responseLoss: 0.8, latency: '700-700' },
        inputs: [...pay(0), { at: 100, type: 'dropMessage', message: 'p1.a1.request' }, ...pay(3000)],
      },
      'two payments': {
        ...runs['at-80'],
        inputs: [...runs['at-80'].inputs, newPayment(15_000), ...pay(15_500)],
      },
    },
  },
  'unknown-no-charge': {
    met: {
      'the request is lost': [runs['request-lost'], 'request.lost'],
      'lost by hand, and given up': [
        {
          settings: CALM,
          inputs: [...pay(0), { at: 100, type: 'dropMessage', message: 'p1.a1.request' }, newPayment(4000)],
        },
        'request.lost',
      ],
      'the worker died before the charge': [
        { settings: { ...KEYED, crash: 'before-charge' }, inputs: pay(0) },
        'server.crashed',
      ],
      'turned away': [{ settings: { ...CALM, rateLimit: 1 }, inputs: pay(0) }, 'payment.unknown'],
    },
    near: {
      'the answer is lost': { settings: { seed: 202 }, inputs: pay(0) },
      'refused, which is known': { settings: { ...CALM, card: 'declined' }, inputs: pay(0) },
      'one request is lost, the next is charged': {
        settings: { ...CALM, responseLoss: 1 },
        inputs: [...pay(0), { at: 100, type: 'dropMessage', message: 'p1.a1.request' }, ...pay(3000)],
      },
      'nothing pressed': { settings: { requestLoss: 1 }, inputs: [] },
      paid: { settings: CALM, inputs: pay(0) },
    },
  },
  'double-by-client': {
    met: {
      'after a timeout': [runs['client-bug'], 'promise.broken'],
      'in a hurry': [{ settings: { ...CALM, keys: 'per-attempt' }, inputs: pay(0, 50) }, 'promise.broken'],
      'with a key for the ledger': [
        {
          settings: { seed: 202, keys: 'per-attempt', server: 'saved-response-downstream-key' },
          inputs: pay(0, 3000),
        },
        'promise.broken',
      ],
    },
    near: {
      'without keys': { ...runs['client-bug'], settings: { seed: 202 } },
      'one key per payment': { ...runs['client-bug'], settings: { seed: 202, keys: 'per-payment' } },
      'a racy server beside it': {
        ...runs['client-bug'],
        settings: { seed: 202, keys: 'per-attempt', server: 'check-then-act' },
      },
      'the bug set after the payment was opened without keys': {
        settings: { seed: 202 },
        inputs: [...pay(0), set(2600, { keys: 'per-attempt' }), ...pay(3000)],
      },
      'only one attempt': { settings: { seed: 202, keys: 'per-attempt' }, inputs: pay(0) },
    },
  },
  'double-by-server': {
    met: {
      'check, then act': [runs.race, 'promise.broken'],
      'charge, then record': [
        { ...runs.race, settings: { ...KEYED, server: 'charge-then-record' } },
        'promise.broken',
      ],
      'a saved response': [
        { settings: { ...KEYED, server: 'saved-response' }, inputs: pay(0, 50) },
        'promise.broken',
      ],
      'a lease that runs out under the first': [
        { settings: { ...KEYED, server: 'set-nx', lease: 1000, pause: 3000 }, inputs: pay(0, 1500) },
        'promise.broken',
      ],
    },
    near: {
      'one transaction': { ...runs.race, settings: KEYED },
      'one after the other': { ...runs.race, inputs: pay(0, 3000) },
      'without keys': { ...runs.race, settings: { ...CALM, server: 'check-then-act' } },
      'a new key per attempt': { ...runs.race, settings: { ...runs.race.settings, keys: 'per-attempt' } },
      'a bank that never looks at keys': { ...runs.race, settings: { ...KEYED, server: 'no-key' } },
      'a record that ran out': {
        settings: { ...KEYED, server: 'charge-then-record', responseLoss: 1, ttl: 500 },
        inputs: pay(0, 4500),
      },
      'a crash between charge and record': {
        settings: { ...KEYED, server: 'charge-then-record', crash: 'after-charge' },
        inputs: pay(0, 3000),
      },
      'each instance with a memory of its own': {
        settings: { ...KEYED, server: 'charge-then-record', memory: 'per-instance' },
        inputs: pay(0, 50),
      },
    },
  },
  'two-become-one': {
    met: {
      'one key for everything': [runs.swallowed, 'promise.broken'],
      'over a network that loses answers': [
        {
          settings: { seed: 202, keys: 'per-session' },
          inputs: [...pay(0, 3000), newPayment(6000), ...pay(6500, 9500)],
        },
        'promise.broken',
      ],
    },
    near: {
      'one key per payment': { ...runs.swallowed, settings: { ...CALM, keys: 'per-payment' } },
      'another amount, which is refused': {
        ...runs.swallowed,
        inputs: [...pay(0), newPayment(3000), { at: 3500, type: 'pay', amount: 4000 }],
      },
      'one purchase, pressed twice': { settings: { ...CALM, keys: 'per-session' }, inputs: pay(0, 50) },
      'the second never told': {
        settings: { ...CALM, keys: 'per-session' },
        inputs: [
          ...pay(0),
          newPayment(3000),
          ...pay(3500),
          { at: 4900, type: 'dropMessage', message: 'p2.a1.response' },
        ],
      },
      'the charge lost in a crash, not taken for another': {
        settings: { ...KEYED, server: 'unique-200', crash: 'after-record' },
        inputs: [...pay(0, 3000), newPayment(6000), set(6100, { crash: 'none' }), ...pay(6500)],
      },
    },
  },
}

describe.each(CHALLENGES.map(({ id }) => id))('challenge %s', id => {
  const { met = {}, near = {} } = CASES[id] ?? {}

  it('is tried on both sides', () => {
    expect(Object.keys(met).length).toBeGreaterThanOrEqual(2)
    expect(Object.keys(near).length).toBeGreaterThanOrEqual(3)
  })

  it.each(Object.entries(met))('is met: %s', (_, [played, kind]) => {
    expect(metBy(id, played)?.kind).toBe(kind)
  })

  it.each(Object.entries(near))('is not met: %s', (_, played) => {
    expect(metBy(id, played)).toBeNull()
  })
})

describe('the near ones come near', () => {
  it.each([
    ['once-at-80', 'the rate raised after the first answer was lost', 'payment.paid'],
    ['double-by-server', 'a record that ran out', 'promise.broken'],
    ['double-by-server', 'a crash between charge and record', 'promise.broken'],
    ['double-by-server', 'each instance with a memory of its own', 'promise.broken'],
    ['double-by-server', 'a bank that never looks at keys', 'promise.broken'],
    ['double-by-client', 'a racy server beside it', 'promise.broken'],
    ['two-become-one', 'the charge lost in a crash, not taken for another', 'promise.broken'],
  ] as const)('%s: %s', (id, name, kind) => {
    const near = CASES[id]?.near[name]
    const { events } = runSession(sessionOf(near ?? { settings: {}, inputs: [] }))
    expect(events.map(event => event.kind)).toContain(kind)
  })
})
