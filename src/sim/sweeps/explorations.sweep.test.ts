import { describe, expect, it } from 'vitest'
import type { Bounds } from '../drivers/exhaustive/bounds.ts'
import type { Exploration } from '../drivers/exhaustive/explore.ts'
import { STRATEGY_IDS, type StrategyId } from '../server/strategies.ts'
import { type Fault, TABLE } from '../testing/agreed.ts'
import type { Counted } from '../testing/counts.ts'
import { brokenIn, counterexamplesOf, explored } from '../testing/exploring.ts'
import { PATIENCE_MS } from '../testing/property.ts'

/** Bounds that take seconds a strategy, and the faults of the table they are made of. */
const HEAVY: readonly (readonly [string, Partial<Bounds>, readonly Fault[]])[] = [
  ['4 attempts', { attempts: 4 }, ['none']],
  ['4 attempts, a crash', { attempts: 4, crash: 1 }, ['none', 'crash']],
  ['2 crashes', { crash: 2 }, ['none', 'crash']],
  ['2 attempts, 2 duplicates', { attempts: 2, duplicate: 2 }, ['none', 'duplicate']],
  [
    'a crash, the ends of a lease and a record',
    { crash: 1, lease: 1, record: 1 },
    ['crash', 'lease', 'record'],
  ],
  [
    '2 attempts, a crash, a duplicate, the ends of a lease and a record',
    { attempts: 2, crash: 1, duplicate: 1, lease: 1, record: 1 },
    ['crash', 'duplicate', 'lease', 'record'],
  ],
  [
    'a crash, a duplicate and the end of a lease',
    { crash: 1, duplicate: 1, lease: 1 },
    ['crash', 'duplicate', 'lease'],
  ],
]

/** Faults together break what each of them breaks alone, and nothing more. */
function expectedOf(server: StrategyId, faults: readonly Fault[]): string {
  const broken = new Set(faults.flatMap(fault => TABLE[server][fault].split(' ')))
  return ['A', 'T', 'H'].filter(letter => broken.has(letter)).join(' ')
}

const rowOf = (title: string, server: StrategyId, exploration: Exploration): Counted => ({
  table: 'Explorations, three attempts where no other number is named',
  bounds: title,
  strategy: server,
  states: exploration.states,
  schedules: String(exploration.schedules),
  'breaks, with bad luck/choices': counterexamplesOf(exploration) || 'nothing',
})

describe.each(HEAVY)('%s', (title, bounds, faults) => {
  it.for(STRATEGY_IDS)(
    'break under %s what the faults break alone, and nothing more',
    { timeout: PATIENCE_MS },
    (server, { task }) => {
      const exploration = explored(server, bounds)
      task.meta.counted = rowOf(title, server, exploration)
      expect(brokenIn(exploration)).toBe(expectedOf(server, faults))
    },
  )
})
