import fc from 'fast-check'
import { it } from 'vitest'
import type {} from './counts.ts'

interface Luck {
  /** Where fast-check starts drawing; it stands in the test's name, so that a failure can be run again. */
  readonly seed: number
  /** How many examples are drawn. */
  readonly runs: number
}

/** How many times as many examples are drawn as usual: more in `npm run test:full`. */
const { env } = import.meta as { env?: Record<string, string> }
const TIMES = Number(env?.RUNS_TIMES ?? 1)

/** Milliseconds a test may take: far more than it does, for the machine may be busy with others. */
export const PATIENCE_MS = 60_000 * TIMES

/** A test that a property holds of everything drawn; of less where fast-check is set to fewer runs. */
export function itHolds<T>(
  name: string,
  { seed, runs }: Luck,
  property: fc.IProperty<T> | fc.IAsyncProperty<T>,
): void {
  const numRuns = Math.min(runs * TIMES, fc.readConfigureGlobal().numRuns ?? Number.POSITIVE_INFINITY)
  it(
    `${name} (seed ${seed}, ${numRuns} runs)`,
    async ({ task }) => {
      task.meta.counted = { table: 'Properties', property: name, seed, runs: numRuns }
      await fc.assert(property as fc.IRawProperty<T>, { seed, numRuns })
    },
    PATIENCE_MS,
  )
}
