import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestInfo } from 'playwright/test'

const project = fileURLToPath(new URL('..', import.meta.url))
const installed = join(project, 'node_modules/playwright')

/** What Playwright's own package of this name does: it hands on the runner's. */
const SHIM = {
  'package.json': JSON.stringify({ name: '@playwright/test', main: 'index.js' }),
  'index.js': `module.exports = require('playwright/test')\n`,
  'index.mjs': `export * from 'playwright/test'\nexport { default } from 'playwright/test'\n`,
}

/** What this project is called where it is put beside the files. */
const PROJECT = 'double-charge-simulator'

type Files = Readonly<Record<string, string>>

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
export async function runWritten(files: Files, { project: { use } }: TestInfo): Promise<Ends> {
  const { browserName, channel, launchOptions, baseURL } = use
  const config = {
    use: { browserName, channel, launchOptions, baseURL },
    testIgnore: `**/${PROJECT}/**`,
    reporter: 'json',
    workers: 1,
  }
  const withConfig = { ...files, 'playwright.config.mjs': `export default ${JSON.stringify(config)}\n` }
  return inFolder(withConfig, async folder =>
    endsIn((await outputOf([join(installed, 'cli.js'), 'test'], folder)).text),
  )
}

/** What the compiler says to files of such a folder; nothing, if they are well typed. */
export async function typeErrors(files: Files): Promise<string> {
  const compiler = join(project, 'node_modules/typescript/bin/tsc')
  return inFolder(files, async folder => {
    const { text, code } = await outputOf([compiler, '-p', '.'], folder)
    return code === 0 ? '' : text
  })
}

/** Puts files into a folder of their own, Playwright and this project beside them, for as long as `use` needs them. */
async function inFolder<T>(files: Files, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'double-charge-'))
  try {
    const shim = join(folder, 'node_modules/@playwright/test')
    await mkdir(shim, { recursive: true })
    await Promise.all([
      symlink(installed, join(folder, 'node_modules/playwright'), 'junction'),
      symlink(project, join(folder, PROJECT), 'junction'),
      ...Object.entries(SHIM).map(([name, text]) => writeFile(join(shim, name), text)),
      ...Object.entries(files).map(([name, text]) => writeFile(join(folder, name), text)),
    ])
    return await use(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** What a node program prints, and how it ends. */
function outputOf(command: readonly string[], cwd: string): Promise<{ text: string; code: number | null }> {
  // What the outer runner has set for its own workers would confuse the inner one.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(PW_|PLAYWRIGHT_|TEST_|SIMULATOR_URL$|NODE_OPTIONS$)/.test(name),
    ),
  )
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, command, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let text = ''
    child.stdout.on('data', chunk => (text += chunk))
    child.stderr.on('data', chunk => (text += chunk))
    child.on('error', reject)
    child.on('exit', code => resolve({ text, code }))
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
