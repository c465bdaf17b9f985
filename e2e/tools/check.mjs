import { asEnvironment, ensureBrowsers } from './browsers.mjs'
import { buildAll } from './build.mjs'
import { ensureInstalled } from './ensure.mjs'
import { bin, isMain, node } from './run.mjs'

/**
 * @typedef {{ name: string, run: () => Promise<boolean> }} Step
 * @typedef {{ name: string, ok: boolean, seconds: number }} Result
 */

/** Left to itself the linter colours every character, also into a file. */
const colors = process.stdout.isTTY ? [] : ['--colors=off']

/** @type {Step[]} */
export const staticSteps = [
  { name: 'format and lint', run: () => node(bin.biome, ['ci', ...colors, '.']) },
  { name: 'types', run: () => node(bin.tsc, ['-b']) },
  { name: 'dead code', run: () => node(bin.knip, ['--no-progress']) },
]

/** @type {Step} */
export const build = { name: 'build', run: buildAll }

/** @type {Step} */
export const size = { name: 'size budget', run: () => node('e2e/tools/size.mjs') }

/** Sixty frames a second under load: 17 ms for 95 of 100 frames. @type {Step} */
const frames = {
  name: 'frame budget',
  run: async () => {
    const env = { ...asEnvironment(await ensureBrowsers()), FRAME_MS: '17' }
    const only = ['--project', 'frame rate', '--no-deps']
    return node(bin.playwright, ['test', '-c', 'e2e/playwright.config.ts', ...only], { env })
  },
}

/** Runs one step after the other, also after a failure: all that is wrong shows at once. @param {Step[]} steps */
export async function runSteps(steps) {
  /** @type {Result[]} */
  const results = []
  for (const { name, run } of steps) {
    console.log(`\n── ${name} ──`)
    const start = Date.now()
    const ok = await run()
    results.push({ name, ok, seconds: (Date.now() - start) / 1000 })
  }
  console.log('')
  for (const { name, ok, seconds } of results) {
    console.log(`${ok ? 'ok    ' : 'FAILED'} ${name} (${seconds.toFixed(1)} s)`)
  }
  return results
}

if (isMain(import.meta.url)) {
  await ensureInstalled()
  const results = await runSteps([...staticSteps, build, size, frames])
  if (results.some(({ ok }) => !ok)) process.exit(1)
}
