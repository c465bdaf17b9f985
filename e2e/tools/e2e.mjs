import { asEnvironment, ensureBrowsers } from './browsers.mjs'
import { build } from './check.mjs'
import { ensureInstalled } from './ensure.mjs'
import { bin, node } from './run.mjs'

// `--looks` takes the pictures instead of running the tests; anything else goes to the runner: `npm run test:e2e -- -g pay`.
const looks = process.argv.includes('--looks')
const rest = process.argv.slice(2).filter(argument => argument !== '--looks')

await ensureInstalled()
const env = { ...asEnvironment(await ensureBrowsers()), ...(looks && { LOOKS: '1' }) }
const ok =
  (await build.run()) &&
  (await node(bin.playwright, ['test', '-c', 'e2e/playwright.config.ts', ...rest], { env }))
process.exitCode = ok ? 0 : 1
