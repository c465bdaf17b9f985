import { describe, expect, it } from 'vitest'
import type { Input } from '../session.ts'
import { CALM, chargesIn, eventsOf, lastState, pays, run, timesOf } from '../testing/run.ts'

/** Every answer is lost, so that a retry may come at any time. */
const DEAF = { ...CALM, keys: 'per-payment', responseLoss: 1 } as const
const statuses = (trace: ReturnType<typeof run>) =>
  eventsOf(trace, 'response.sent').map(({ response, data }) => [response?.status, data?.replayed])

describe('a saved answer lives for its time to live', () => {
  // Sent at 0, at the bank at 700, inserted at 850, committed at 1300: it lives until 4300.
  const settings = { ...DEAF, ttl: 3000 } as const

  it('and is replayed one millisecond before', () => {
    const trace = run(settings, pays(0, 3449))
    expect(statuses(trace)).toEqual([
      [201, false],
      [201, true],
    ])
    expect(chargesIn(trace, 1)).toBe(1)
    expect(timesOf(trace, 'record.expired')).toEqual([4300])
  })

  it('and is gone at exactly that age: the same request is a new one', () => {
    const trace = run(settings, pays(0, 3450))
    expect(statuses(trace)).toEqual([
      [201, false],
      [201, false],
    ])
    expect(chargesIn(trace, 1)).toBe(2)
    // The second answer is committed at 4750 and lives as long.
    expect(timesOf(trace, 'record.expired')).toEqual([4300, 7750])
    expect(eventsOf(trace, 'record.expired')[0]?.data).toEqual({
      key: 'k1',
      life: 'ttl',
      status: 'completed',
    })
    expect(lastState(trace).store).toEqual({})
  })

  it('counted from when it was written last', () => {
    const trace = run({ ...DEAF, server: 'check-then-act', ttl: 3000 }, pays(0, 100))
    // Both have looked by 950, and mark at 1000 and at 1100.
    expect(timesOf(trace, 'store.written')).toEqual([1000, 1100])
    expect(timesOf(trace, 'record.expired')).toEqual([4100])
  })
})

describe('the lease of a claim', () => {
  // Claimed at 850, so that a lease of 3000 ends at 3850. The claimer sleeps from 890 to 5890 and charges at 6190.
  const settings = { ...DEAF, server: 'set-nx', pause: 5000, lease: 3000 } as const

  it('holds one millisecond before its end', () => {
    const trace = run(settings, pays(0, 2999))
    expect(statuses(trace).map(([status]) => status)).toEqual([409, 201])
    expect(chargesIn(trace, 1)).toBe(1)
  })

  it('is over at exactly that age: with a pause that is longer, the payment is charged twice', () => {
    const trace = run(settings, pays(0, 3000))
    expect(timesOf(trace, 'record.expired')).toEqual([3850])
    expect(eventsOf(trace, 'record.expired')[0]?.data).toEqual({
      key: 'k1',
      life: 'lease',
      status: 'processing',
    })
    expect(timesOf(trace, 'ledger.charged')).toEqual([4150, 6190])
    expect(eventsOf(trace, 'promise.broken').map(({ at }) => at)).toEqual([6190])
  })

  it('outlives a pause that is shorter', () => {
    const trace = run({ ...settings, pause: 2000 }, pays(0, 3000))
    // Marked as done at 3340.
    expect(statuses(trace).map(([status]) => status)).toEqual([201, 200])
    expect(chargesIn(trace, 1)).toBe(1)
    expect(timesOf(trace, 'record.expired')).toEqual([])
  })

  it.each([
    [450, [1300]],
    [451, []],
  ])('of %d ms runs out before the key is marked as done at 1300: %j', (lease, at) => {
    expect(timesOf(run({ ...DEAF, server: 'set-nx', lease }, pays(0)), 'record.expired')).toEqual(at)
  })

  it('gives way to the time to live once the key is marked as done', () => {
    const trace = run({ ...DEAF, server: 'set-nx', lease: 1000, ttl: 2000 }, pays(0))
    expect(eventsOf(trace, 'record.expired').map(({ at, data }) => [at, data?.life])).toEqual([[3300, 'ttl']])
  })
})

describe('the lease of a lock', () => {
  // Locked at 900 and unlocked at 1400.
  it.each([
    [499, 1399, 'not ours'],
    [500, 1400, 'not ours'],
    [501, undefined, 'unlocked'],
  ])('of %d ms ends at %s, and the unlocking finds it %s', (lease, at, status) => {
    const trace = run({ ...DEAF, server: 'lock-check-outside', lease }, pays(0))
    expect(timesOf(trace, 'record.expired')).toEqual(at === undefined ? [] : [at])
    expect(eventsOf(trace, 'store.written').at(-1)).toMatchObject({ at: 1400, data: { status } })
  })
})

describe('a record that is for ever', () => {
  it('does not run out: the claim of a script whose worker died', () => {
    const settings = { ...DEAF, server: 'lua-get-or-claim', crash: 'before-charge' } as const
    const trace = run({ ...settings, lease: 100, ttl: 100 }, pays(0))
    expect(timesOf(trace, 'record.expired')).toEqual([])
    expect(Object.keys(lastState(trace).store)).toHaveLength(1)
  })
})

describe('the end of a run', () => {
  // Committed at 1300, known to be paid at 2100.
  const settings = { ...CALM, keys: 'per-payment' } as const
  const LAST_INPUT_MS = 3_600_000

  it('waits for a record that ends when the last input may come', () => {
    expect(run({ ...settings, ttl: LAST_INPUT_MS - 1300 }, pays(0)).endMs).toBe(LAST_INPUT_MS)
  })

  it('does not wait for one that ends a millisecond later, nor a whole day', () => {
    expect(run({ ...settings, ttl: LAST_INPUT_MS - 1299 }, pays(0)).endMs).toBe(2100)
    expect(run(settings, pays(0)).endMs).toBe(2100)
  })

  it('lets it happen all the same when something else comes later', () => {
    const later: Input[] = [...pays(0), { at: 3000, type: 'newPayment' }, ...pays(LAST_INPUT_MS)]
    const trace = run({ ...settings, ttl: LAST_INPUT_MS - 1299 }, later)
    expect(timesOf(trace, 'record.expired')).toEqual([LAST_INPUT_MS + 1])
    expect(trace.endMs).toBe(LAST_INPUT_MS + 2100)
  })
})
