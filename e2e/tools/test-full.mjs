import { asEnvironment, ensureBrowsers } from './browsers.mjs'
import { build } from './check.mjs'
import { ensureInstalled } from './ensure.mjs'
import { bin, node } from './run.mjs'

// The larger sweeps, whose counts go into reports/full.md, then the browser tests that `npm test` leaves out as well.
await ensureInstalled()
const swept = await node(bin.vitest, ['run', '-c', 'e2e/sweep/vitest.config.ts'], {
  env: { WRITE_COUNTS: '1' },
})
const env = { ...asEnvironment(await ensureBrowsers()), FULL: '1' }
const looked =
  (await build.run()) && (await node(bin.playwright, ['test', '-c', 'e2e/playwright.config.ts'], { env }))
process.exitCode = swept && looked ? 0 : 1
