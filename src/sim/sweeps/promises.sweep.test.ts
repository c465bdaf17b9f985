import { describe, expect, it } from 'vitest'
import type { Settings } from '../scenario.ts'
import { STRATEGY_IDS, type StrategyId } from '../server/strategies.ts'
import { type Fault, TABLE } from '../testing/agreed.ts'
import { PATIENCE_MS } from '../testing/property.ts'
import { timedRun } from '../testing/timed-run.ts'

const SEEDS = 3000

/** The faults that may fall into a run, and what in the settings keeps the others out. */
const WITH: readonly (readonly [string, readonly Fault[], Partial<Settings>, number])[] = [
  ['no fault', ['none'], { crash: 'none', pause: 0, lease: 86_400_000 }, 300_000],
  ['crashes and ends of leases', ['none', 'crash', 'lease'], {}, 310_000],
  ['duplicates', ['none', 'duplicate'], { duplicate: 0.3, crash: 'none', lease: 86_400_000 }, 320_000],
  ['ends of records', ['none', 'record'], { ttl: 1500, crash: 'none', lease: 86_400_000 }, 330_000],
]

const PROMISES_TOLD = { 'at-most-one-charge': 'A', 'told-paid-means-charged': 'T' } as const

/** The letters of the promises whose breach a run's trace tells of: H is a promise of all futures, which no run shows. */
function toldBroken(server: StrategyId, seed: number, faults: Partial<Settings>): Set<string> {
  const { events } = timedRun(server, seed, faults)
  const broken = events.filter(({ kind }) => kind === 'promise.broken').map(({ data }) => data?.promise)
  return new Set(
    broken.map(promise => PROMISES_TOLD[promise as keyof typeof PROMISES_TOLD] ?? String(promise)),
  )
}

describe.each(WITH)('timed runs with %s', (title, faults, settings, firstSeed) => {
  it.for(STRATEGY_IDS)(
    `under %s break in ${SEEDS} runs only what the table says may break (seeds from ${firstSeed})`,
    { timeout: PATIENCE_MS },
    (server, { task }) => {
      const runs = Array.from({ length: SEEDS }, (_, index) =>
        toldBroken(server, firstSeed + index, settings),
      )
      const count = (letter: string) => runs.filter(broken => broken.has(letter)).length
      task.meta.counted = {
        table: 'Promises broken in timed runs',
        faults: title,
        strategy: server,
        runs: SEEDS,
        'seeds from': firstSeed,
        'A broken in': count('A'),
        'T broken in': count('T'),
      }
      const may = new Set(faults.flatMap(fault => TABLE[server][fault].split(' ')))
      const beyond = [...new Set(runs.flatMap(broken => [...broken]))].filter(letter => !may.has(letter))
      expect(beyond).toEqual([])
    },
  )
})
