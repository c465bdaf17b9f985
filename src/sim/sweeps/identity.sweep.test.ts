import { describe, expect, it } from 'vitest'
import type { Bounds } from '../drivers/exhaustive/bounds.ts'
import { STRATEGY_IDS } from '../server/strategies.ts'
import type { WorldSettings } from '../state.ts'
import { brokenIn, counterexamplesOf, exploredBothWays } from '../testing/exploring.ts'
import { PATIENCE_MS } from '../testing/property.ts'

const BOUNDS: readonly (readonly [string, Partial<Bounds>, Partial<WorldSettings>])[] = [
  ['2 attempts, a duplicate', { attempts: 2, duplicate: 1 }, {}],
  [
    '2 attempts, a crash, the ends of a lease and a record',
    { attempts: 2, crash: 1, lease: 1, record: 1 },
    {},
  ],
  ['2 attempts, a 500, a 429 and a crash', { attempts: 2, failure: 1, refusal: 1, crash: 1 }, {}],
  ['2 attempts, a duplicate, two memories', { attempts: 2, duplicate: 1 }, { memory: 'per-instance' }],
]

describe.each(BOUNDS)('%s', (title, bounds, settings) => {
  it.for(STRATEGY_IDS)(
    'are under %s the same by key and by full serialisation, in fewer states',
    { timeout: PATIENCE_MS },
    (server, { task }) => {
      const { byKey, whole } = exploredBothWays(server, bounds, settings)
      task.meta.counted = {
        table: 'The same by key and by full serialisation',
        bounds: title,
        strategy: server,
        'states by key': byKey.states,
        'states by serialisation': whole.states,
        schedules: String(byKey.schedules),
      }
      expect([byKey.schedules, brokenIn(byKey), counterexamplesOf(byKey)]).toEqual([
        whole.schedules,
        brokenIn(whole),
        counterexamplesOf(whole),
      ])
      expect(byKey.states).toBeLessThan(whole.states)
    },
  )
})
