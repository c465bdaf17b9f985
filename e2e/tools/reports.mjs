import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { out } from './run.mjs'

/** @typedef {{ passed: number, failed: number, skipped: number, badSkips: string[] }} Counts */

/** The one reason for which a test may be left out. */
const allowedSkip = 'no Firefox can be had on this machine'

export const reports = { vitest: join(out, 'vitest.json'), playwright: join(out, 'playwright.json') }

/** A report of an earlier run must not pass for this one's. */
export function removeReports() {
  for (const file of Object.values(reports)) rmSync(file, { force: true })
}

/** @returns {Counts} */
export function readVitest() {
  const report = JSON.parse(readFileSync(reports.vitest, 'utf8'))
  const tests = report.testResults.flatMap((/** @type {any} */ file) => file.assertionResults)
  const with_ = (/** @type {string[]} */ ...states) =>
    tests.filter((/** @type {any} */ test) => states.includes(test.status))
  // A file that cannot even be loaded has no tests that could fail.
  const unloadable = report.testResults.filter(
    (/** @type {any} */ file) =>
      file.status === 'failed' &&
      !file.assertionResults.some((/** @type {any} */ test) => test.status === 'failed'),
  )
  const skips = tests.filter((/** @type {any} */ test) => !['passed', 'failed'].includes(test.status))
  return {
    passed: with_('passed').length,
    failed: with_('failed').length + unloadable.length,
    skipped: skips.length,
    badSkips: skips.map((/** @type {any} */ test) => `${test.fullName}: ${test.status}`),
  }
}

/** @param {any} suite @returns {{ title: string, test: any }[]} */
const testsOf = suite => [
  ...(suite.specs ?? []).flatMap((/** @type {any} */ spec) =>
    spec.tests.map((/** @type {any} */ test) => ({ title: `${suite.title}: ${spec.title}`, test })),
  ),
  ...(suite.suites ?? []).flatMap(testsOf),
]

/** @returns {Counts} */
export function readPlaywright() {
  const report = JSON.parse(readFileSync(reports.playwright, 'utf8'))
  const { expected, unexpected, flaky, skipped } = report.stats
  const badSkips = report.suites
    .flatMap(testsOf)
    .filter((/** @type {any} */ { test }) => test.status === 'skipped')
    .map((/** @type {any} */ { title, test }) => ({
      title,
      reason: test.annotations.find((/** @type {any} */ { type }) => type === 'skip')?.description,
    }))
    .filter((/** @type {any} */ { reason }) => reason !== allowedSkip)
    .map((/** @type {any} */ { title, reason }) => `${title}: ${reason ?? 'no reason given'}`)
  // A test that passes only sometimes is a failure: here, or in what it tests.
  return { passed: expected, failed: unexpected + flaky, skipped, badSkips }
}

/**
 * What a runner says of itself, held against how it ended.
 * @param {string} name @param {boolean} ok whether it ended with 0 @param {() => Counts} read @returns {Counts}
 */
export function count(name, ok, read) {
  /** @type {Counts} */
  let counts
  try {
    counts = read()
  } catch (error) {
    console.log(`${name}: no report (${error instanceof Error ? error.message : error})`)
    return { passed: 0, failed: 1, skipped: 0, badSkips: [] }
  }
  const { passed, failed, skipped } = counts
  if (passed + failed + skipped === 0) {
    console.log(`${name}: the report names no test`)
    return { ...counts, failed: 1 }
  }
  if (!ok && failed === 0) {
    console.log(`${name}: every test passed, yet the runner failed`)
    return { ...counts, failed: 1 }
  }
  return counts
}
