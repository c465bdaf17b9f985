import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestInfo } from 'playwright/test'

const installed = fileURLToPath(new URL('../node_modules/playwright', import.meta.url))

/** What Playwright's own package of this name does: it hands on the runner's. */
const SHIM = {
  'package.json': JSON.stringify({ name: '@playwright/test', main: 'index.js' }),
  'index.js': `module.exports = require('playwright/test')\n`,
  'index.mjs': `export * from 'playwright/test'\nexport { default } from 'playwright/test'\n`,
}

/** How each file's test ended, by the file's name. */
export type Ends = Readonly<Record<string, string>>

interface Report {
  readonly suites: readonly {
    readonly file: string
    readonly specs: readonly {
      readonly tests: readonly { readonly results: readonly { readonly status: string }[] }[]
    }[]
  }[]
  readonly errors: readonly { readonly message?: string }[]
}

/**
 * Runs test files as somebody who has downloaded them would: in a folder of their own, with Playwright's runner in a
 * process of its own, in the browser of the test that asks.
 */
export async function runWritten(
  files: Readonly<Record<string, string>>,
  { project }: TestInfo,
): Promise<Ends> {
  const folder = await mkdtemp(join(tmpdir(), 'double-charge-'))
  try {
    const shim = join(folder, 'node_modules/@playwright/test')
    await mkdir(shim, { recursive: true })
    await symlink(installed, join(folder, 'node_modules/playwright'), 'junction')
    const { browserName, channel, launchOptions } = project.use
    const config = { use: { browserName, channel, launchOptions }, reporter: 'json', workers: 1 }
    await Promise.all([
      ...Object.entries(SHIM).map(([name, text]) => writeFile(join(shim, name), text)),
      ...Object.entries(files).map(([name, text]) => writeFile(join(folder, name), text)),
      writeFile(join(folder, 'playwright.config.mjs'), `export default ${JSON.stringify(config)}\n`),
    ])
    return endsIn(await outputOf(join(dirname(installed), 'playwright/cli.js'), folder))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The runner's report on standard output. */
function outputOf(cli: string, cwd: string): Promise<string> {
  // What the outer runner has set for its own workers would confuse the inner one.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(PW_|PLAYWRIGHT_|TEST_|SIMULATOR_URL$|NODE_OPTIONS$)/.test(name),
    ),
  )
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cli, 'test'], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', chunk => (output += chunk))
    child.stderr.on('data', chunk => (output += chunk))
    child.on('error', reject)
    child.on('exit', () => resolve(output))
  })
}

function endsIn(output: string): Ends {
  let report: Report
  try {
    report = JSON.parse(output)
  } catch {
    throw new Error(`The runner gave no report:\n${output}`)
  }
  if (report.errors.length > 0) throw new Error(report.errors.map(({ message }) => message).join('\n'))
  const statuses = report.suites.map(({ file, specs }) => [
    file,
    specs.flatMap(({ tests }) => tests.flatMap(({ results }) => results.map(({ status }) => status))).join(),
  ])
  return Object.fromEntries(statuses)
}
