import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { asEnvironment, ensureBrowsers } from './browsers.mjs'
import { build, runSteps, size, staticSteps } from './check.mjs'
import { ensureInstalled } from './ensure.mjs'
import { count, readPlaywright, readVitest, removeReports, reports } from './reports.mjs'
import { bin, node, root } from './run.mjs'

await ensureInstalled()
const browsers = await ensureBrowsers()
removeReports()
// Browser tests must not meet an earlier build when this one fails.
rmSync(join(root, 'dist'), { recursive: true, force: true })

const vitest = {
  name: 'unit and component tests',
  run: () =>
    node(bin.vitest, ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${reports.vitest}`]),
}
const playwright = {
  name: 'browser tests',
  run: () =>
    node(bin.playwright, ['test', '-c', 'e2e/playwright.config.ts'], { env: asEnvironment(browsers) }),
}
const results = await runSteps([...staticSteps, vitest, build, size, playwright])

const ended = (/** @type {{ name: string }} */ { name }) =>
  results.some(result => result.name === name && result.ok)
const counts = [
  count('vitest', ended(vitest), readVitest),
  count('playwright', ended(playwright), readPlaywright),
]
const otherFailures = results.filter(
  ({ name, ok }) => !ok && name !== vitest.name && name !== playwright.name,
)
const badSkips = counts.flatMap(each => each.badSkips)
for (const skip of badSkips) console.log(`skipped without leave: ${skip}`)

const total = (/** @type {'passed' | 'failed' | 'skipped'} */ what) =>
  counts.reduce((sum, each) => sum + each[what], 0)
const failed = total('failed') + otherFailures.length
console.log(`\n${total('passed')} passed, ${failed} failed, ${total('skipped')} skipped`)
process.exitCode = failed > 0 || badSkips.length > 0 ? 1 : 0
