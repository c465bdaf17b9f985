import { describe, expect, it } from 'vitest'
import { checkBounds } from '../drivers/exhaustive/bounds.ts'
import type { Settings } from '../scenario.ts'
import { STRATEGY_IDS } from '../server/strategies.ts'
import { PATIENCE_MS } from '../testing/property.ts'
import { astray } from '../testing/timed-run.ts'

const RUNS = 2000

const WALKS: readonly {
  readonly title: string
  readonly bounds: Parameters<typeof checkBounds>[0]
  readonly faults: Partial<Settings>
  readonly seed: number
}[] = [
  { title: 'a crash, the end of a lease', bounds: { crash: 1, lease: 1 }, faults: {}, seed: 100_000 },
  {
    title: 'a duplicate',
    bounds: { duplicate: 1 },
    faults: { duplicate: 0.3, crash: 'none', lease: 86_400_000 },
    seed: 200_000,
  },
]

describe.each(WALKS)('three attempts with $title (seeds from $seed)', ({ title, bounds, faults, seed }) => {
  it.for(STRATEGY_IDS)(
    `%s: ${RUNS} timed runs are paths of the explored graph`,
    { timeout: PATIENCE_MS },
    (server, { task }) => {
      task.meta.counted = {
        table: 'Timed runs that are paths of the explored graph',
        bounds: `3 attempts, ${title}`,
        strategy: server,
        runs: RUNS,
        'seeds from': seed,
      }
      expect(astray(server, checkBounds(bounds), faults, RUNS, seed)).toEqual([])
    },
  )
})
