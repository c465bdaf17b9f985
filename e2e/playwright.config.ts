import { fileURLToPath } from 'node:url'
import { defineConfig } from 'playwright/test'
import { asEnvironment, knownBrowsers } from './tools/browsers.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
// Not the port of `npm start`: tests must meet the build, never a page somebody has open.
const port = Number(process.env.E2E_PORT ?? 4273)
const origin = `http://127.0.0.1:${port}`

const { chromium, firefox } = await knownBrowsers()
// The runner's workers load this file again: they need not search again.
Object.assign(process.env, asEnvironment({ chromium, firefox }))

const engine = (browserName: 'chromium' | 'firefox', found: typeof chromium) => {
  const { channel, ...launchOptions } = found ?? {}
  return {
    metadata: { found: found !== null },
    use: { browserName, launchOptions, ...(channel && { channel }) },
  }
}

const testMatch = '**/*.spec.ts'
const frameRate = '**/frame-rate.spec.ts'
/** What only `npm run test:full` runs. */
const grepInvert = process.env.FULL ? undefined : /@full/
/** Of these paths Firefox walks some each day, and all in the full run. */
const inFirefox = process.env.FULL ? /@firefox/ : /@firefox(?!-full)/

/** What is no test, and runs by itself. */
const ALONE = { looks: 'looks.ts', demo: 'demos/play.ts' }
const alone = process.env.LOOKS ? 'looks' : process.env.DEMO ? 'demo' : undefined

export default defineConfig({
  testDir: '.',
  outputDir: '../out/playwright',
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  timeout: 30_000,
  reporter: [['line'], ['json', { outputFile: '../out/playwright.json' }]],
  // No picture of a failure: Playwright takes one of every test, in case it fails, which costs a fifth of all time.
  use: { baseURL: `${origin}/` },
  webServer: {
    command: `"${process.execPath}" node_modules/vite/bin/vite.js preview --host 127.0.0.1 --port ${port} --strictPort`,
    cwd: root,
    url: origin,
    reuseExistingServer: false,
  },
  projects: alone
    ? [{ name: alone, testMatch: ALONE[alone], ...engine('chromium', chromium) }]
    : [
        {
          name: 'chromium',
          testMatch,
          testIgnore: frameRate,
          ...(grepInvert && { grepInvert }),
          ...engine('chromium', chromium),
        },
        { name: 'firefox', testMatch, grep: inFirefox, ...engine('firefox', firefox) },
        // It measures time: nothing may run beside it.
        {
          name: 'frame rate',
          testMatch: frameRate,
          dependencies: ['chromium', 'firefox'],
          ...engine('chromium', chromium),
        },
      ],
})
