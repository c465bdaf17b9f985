import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { DEMOS } from '../demos/list.mjs'
import { asEnvironment, ensureBrowsers, withWindow } from './browsers.mjs'
import { build } from './check.mjs'
import { ensureInstalled } from './ensure.mjs'
import { findFfmpeg } from './ffmpeg.mjs'
import { bin, node, root } from './run.mjs'

const USAGE = `npm run demo <name> [-- --headed | --video | --pictures]

  --headed    plays it in a window; so it does by itself where there is a display
  --video     writes video, captions and chapters to out/demos/<name>/; by itself where there is none, but ffmpeg
  --pictures  writes a numbered picture for every caption; by itself where there is neither
  --list      lists the demos

`

const list = () => DEMOS.map(({ name, about }) => `  ${name.padEnd(14)}${about}`).join('\n')

const hasDisplay = () =>
  ['win32', 'darwin'].includes(process.platform) || !!(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

/** @typedef {'headed' | 'video' | 'pictures'} Manner */

/** How it is asked to be shown, else the best this machine can do. @returns {Promise<Manner>} */
async function mannerOf(
  /** @type {Partial<Record<string, boolean>>} */ asked,
  /** @type {string | null} */ ffmpeg,
) {
  if (asked.headed && !hasDisplay()) throw new Error('There is no display to open a window on.')
  if (asked.video && !ffmpeg) throw new Error('No ffmpeg found: install it, or name it in FFMPEG_PATH.')
  for (const manner of /** @type {const} */ (['headed', 'video', 'pictures']))
    if (asked[manner]) return manner
  return hasDisplay() ? 'headed' : ffmpeg ? 'video' : 'pictures'
}

/** A port that nobody listens on. @returns {Promise<number>} */
const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer().on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

/** @param {string} name @param {Partial<Record<string, boolean>>} asked @returns {Promise<boolean>} whether it was played to its end */
async function play(name, asked) {
  const ffmpeg = await findFfmpeg()
  const manner = await mannerOf(asked, ffmpeg)
  await ensureInstalled()
  const browsers = await ensureBrowsers()
  if (manner === 'headed') browsers.chromium = withWindow() ?? browsers.chromium
  if (!existsSync(join(root, 'dist/index.html')) && !(await build.run())) return false
  const env = {
    ...asEnvironment(browsers),
    E2E_PORT: String(await freePort()),
    DEMO: name,
    DEMO_AS: manner,
    FFMPEG: ffmpeg ?? '',
  }
  const headed = manner === 'headed' ? ['--headed'] : []
  const played = await node(bin.playwright, ['test', '-c', 'e2e/playwright.config.ts', ...headed], { env })
  if (played && manner !== 'headed') console.log(`\nout/demos/${name}: ${manner}, captions.vtt, chapters.vtt`)
  return played
}

/** @returns {Promise<boolean>} */
async function main() {
  const flag = /** @type {const} */ ({ type: 'boolean' })
  const { values, positionals } = parseArgs({
    options: { headed: flag, video: flag, pictures: flag, list: flag },
    allowPositionals: true,
  })
  const [name] = positionals
  if (values.list || name === undefined) {
    console.log(values.list ? list() : USAGE + list())
    return true
  }
  if (!DEMOS.some(demo => demo.name === name)) {
    console.error(`There is no demo ${name}. There are:\n${list()}`)
    return false
  }
  return play(name, values)
}

try {
  process.exitCode = (await main()) ? 0 : 1
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
