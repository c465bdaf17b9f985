import { describe, expect, it } from 'vitest'
import { STRATEGY_IDS, type StrategyId } from '../../server/strategies.ts'
import { brokenIn, counterexamplesOf, exploredBothWays } from '../../testing/exploring.ts'
import { PATIENCE_MS } from '../../testing/property.ts'
import type { Bounds } from './bounds.ts'

/** Other bounds are swept: see src/sim/sweeps. */
describe('two attempts and a crash', () => {
  const bounds = { attempts: 2, crash: 1 } as const
  it.each(STRATEGY_IDS)(
    'under %s are the same by key and by full serialisation, in fewer states',
    server => {
      const { byKey, whole } = exploredBothWays(server, bounds)
      expect(byKey.schedules).toBe(whole.schedules)
      expect(brokenIn(byKey)).toBe(brokenIn(whole))
      expect(counterexamplesOf(byKey)).toBe(counterexamplesOf(whole))
      expect(byKey.states).toBeLessThan(whole.states)
    },
    PATIENCE_MS,
  )
})

describe('two instances, each with a memory of its own', () => {
  const own = { memory: 'per-instance' } as const
  function expectSame(server: StrategyId, bounds: Partial<Bounds>) {
    const { byKey, whole } = exploredBothWays(server, bounds, own)
    expect([byKey.schedules, counterexamplesOf(byKey)]).toEqual([whole.schedules, counterexamplesOf(whole)])
  }

  it.each(STRATEGY_IDS)('and a crash under %s are the same by key and by full serialisation', server =>
    expectSame(server, { attempts: 2, crash: 1 }),
  )

  // A copy is balanced to the other instance. All strategies are swept.
  const copied = ['check-then-act', 'lua-get-or-claim', 'saved-response-downstream-key'] as const
  it.each(copied)('and a duplicate under %s are the same by key and by full serialisation', server =>
    expectSame(server, { attempts: 2, duplicate: 1 }),
  )
})
