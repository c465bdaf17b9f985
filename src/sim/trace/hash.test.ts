import { describe, expect, it } from 'vitest'
import { simulate } from '../drivers/timed.ts'
import { DEFAULT_SETTINGS } from '../scenario.ts'
import { checkSession } from '../session.ts'
import { PINNED } from '../testing/pinned.ts'
import { CALM, pays, run } from '../testing/run.ts'
import { outcomeHash, traceHash } from './hash.ts'

describe('the hash of a trace', () => {
  it.each(
    PINNED.map(({ name, session, hash }) => [
      name,
      session.settings.seed ?? DEFAULT_SETTINGS.seed,
      hash,
      session,
    ]),
  )('is pinned for %s (seed %d): %s', (_name, _seed, hash, session) => {
    expect(traceHash(simulate(checkSession(session)).events)).toBe(hash)
  })

  it('is pinned for thirty-nine sessions, each of them different', () => {
    expect(new Set(PINNED.map(pinned => pinned.hash)).size).toBe(39)
    expect(new Set(PINNED.map(pinned => pinned.name)).size).toBe(39)
  })

  it('is that of nothing at first', () => {
    expect(traceHash([])).toBe('811c9dc5050c5d1f')
  })

  it('does not depend on the order of fields', () => {
    const { events } = run(CALM, pays(0))
    const turned = events.map(event => Object.fromEntries(Object.entries(event).reverse()) as typeof event)
    expect(traceHash(turned)).toBe(traceHash(events))
  })

  it('changes with any change of an event', () => {
    const { events } = run({ ...CALM, keys: 'per-payment' }, pays(0))
    const hashes = new Set(
      events.map((_, index) => traceHash(events.with(index, { ...events[0], at: 1 } as never))),
    )
    hashes.add(traceHash(events))
    expect(hashes.size).toBe(events.length + 1)
  })
})

describe('the checksum of an outcome', () => {
  const story = (settings = {}) => run({ seed: 202, ...settings }, pays(0, 3000))

  it('is pinned for the story, keys off and on, and for no press at all (seed 202)', () => {
    expect(outcomeHash(story())).toBe('8a1bf94c7461fe93')
    expect(outcomeHash(story({ keys: 'per-payment' }))).toBe('e69e52be2bb2acc4')
    expect(outcomeHash(run({}, []))).toBe('64e29f44114fe5f2')
  })

  it('differs where another attempt was charged, and not where only times differ', () => {
    const calm = run({ ...CALM, latency: '100-100' }, pays(0))
    expect(outcomeHash(run({ ...CALM, latency: '900-900' }, pays(0)))).toBe(outcomeHash(calm))
    expect(outcomeHash(run({ ...CALM, requestLoss: 1 }, pays(0)))).not.toBe(outcomeHash(calm))
    expect(outcomeHash(run({ ...CALM, amount: 1 }, pays(0)))).not.toBe(outcomeHash(calm))
  })
})
