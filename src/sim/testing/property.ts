import fc from 'fast-check'
import { it } from 'vitest'

interface Luck {
  /** Where fast-check starts drawing; it stands in the test's name, so that a failure can be run again. */
  readonly seed: number
  /** How many examples are drawn. */
  readonly runs: number
}

/** Milliseconds a test may take: far more than it does, for the machine may be busy with others. */
export const PATIENCE_MS = 60_000

/** A test that a property holds of everything drawn; of less where fast-check is set to fewer runs. */
export function itHolds<T>(name: string, { seed, runs }: Luck, property: fc.IProperty<T>): void {
  const numRuns = Math.min(runs, fc.readConfigureGlobal().numRuns ?? runs)
  it(`${name} (seed ${seed}, ${numRuns} runs)`, () => fc.assert(property, { seed, numRuns }), PATIENCE_MS)
}
