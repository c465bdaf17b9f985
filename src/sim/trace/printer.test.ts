import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { itHolds } from '../testing/property.ts'
import { CALM, eventsOf, pays, run } from '../testing/run.ts'
import { printerOf } from './printer.ts'

/** RFC 9562, §5.4: version 4, variant 10. */
const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

const seed = fc.integer({ min: 0, max: 4294967295 })
const name = fc
  .tuple(fc.integer({ min: 1, max: 250 }), fc.integer({ min: 1, max: 20 }))
  .chain(([payment, attempt]) => fc.constantFrom('k', `k${payment}`, `k${payment}.${attempt}`))

describe('the UUID of a key', () => {
  itHolds(
    'is a valid version 4, and the same again',
    { seed: 121, runs: 500 },
    fc.property(seed, name, (drawn, key) => {
      const uuid = printerOf(drawn).uuid(key)
      expect(uuid).toMatch(UUID_V4)
      const printer = printerOf(drawn)
      expect([printer.uuid(key), printer.uuid(key)]).toEqual([uuid, uuid])
    }),
  )

  it('is another for every key and seed (seeds 1 to 20)', () => {
    const seen = new Set<string>()
    for (let drawn = 1; drawn <= 20; drawn += 1) {
      const { uuid } = printerOf(drawn)
      seen.add(uuid('k'))
      for (let payment = 1; payment <= 50; payment += 1) {
        seen.add(uuid(`k${payment}`))
        for (let attempt = 1; attempt <= 10; attempt += 1) seen.add(uuid(`k${payment}.${attempt}`))
      }
    }
    expect(seen.size).toBe(20 * (1 + 50 + 500))
  })
})

describe('a request', () => {
  it('is printed as HTTP, its key as the bare token', () => {
    const [sent] = eventsOf(run({ ...CALM, keys: 'per-payment', seed: 7 }, pays(0)), 'attempt.sent')
    expect(sent?.request).toEqual({
      method: 'POST',
      path: '/v1/payments',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': printerOf(7).uuid('k1') },
      body: { amount: 10_000, currency: 'usd', customer: 50, card: 'tok_ok' },
    })
  })

  it('has no such header when keys are off', () => {
    const [sent] = eventsOf(run({ ...CALM, keys: 'off' }, pays(0)), 'attempt.sent')
    expect(sent?.request?.headers).toEqual({ 'Content-Type': 'application/json' })
  })

  it('is told whole when it is sent and when it ends', () => {
    const trace = run({ ...CALM, keys: 'per-payment' }, pays(0))
    const [sent, delivered] = eventsOf(trace, 'attempt.sent', 'request.delivered')
    expect(delivered?.request).toEqual(sent?.request)
    const [answered, learned] = eventsOf(trace, 'response.sent', 'response.delivered')
    expect(learned?.response).toEqual(answered?.response)
    expect(answered?.response?.status).toBe(201)
  })
})
