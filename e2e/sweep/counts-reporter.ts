import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Reporter, TestCase } from 'vitest/node'
import type { Counted } from '../../src/sim/testing/counts.ts'
import { reportOf } from './report.ts'

const REPORT = fileURLToPath(new URL('../../reports/full.md', import.meta.url))

/**
 * Collects what tests have counted, and writes it down when all have passed: what failed has proved nothing. A run of
 * some files alone, which only `npm run test:full` is not, writes nothing.
 */
export class CountsReporter implements Reporter {
  readonly #rows: Counted[] = []

  onTestCaseResult(test: TestCase): void {
    const { counted } = test.meta()
    if (counted && test.result().state === 'passed') this.#rows.push(counted)
  }

  onTestRunEnd(_modules: unknown, errors: readonly unknown[], reason: string): void {
    if (!process.env.WRITE_COUNTS || reason !== 'passed' || errors.length > 0) return
    writeFileSync(REPORT, reportOf(this.#rows))
    console.log(`\n${this.#rows.length} rows written to reports/full.md`)
  }
}
