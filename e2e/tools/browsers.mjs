import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ensureInstalled } from './ensure.mjs'
import { bin, isMain, node, run } from './run.mjs'

/**
 * How Playwright starts a browser; null where none can be had.
 * @typedef {{ executablePath?: string, channel?: string, args?: string[] }} Launch
 * @typedef {{ chromium: Launch | null, firefox: Launch | null }} Browsers
 * @typedef {keyof Browsers} Name
 */

const isRoot = process.getuid?.() === 0

/** Playwright's own list (chromiumSwitches.ts of 1.64), which one of ours replaces as a whole. */
const offInPlaywright = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'DialMediaRouteProvider',
  'GlobalMediaControls',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'BlockOriginHeaderModificationOnRedirect',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'Translate',
  'AutoDeElevate',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
]

/** With these Chromium starts a process for its address bar's pop-up beside every page: half a second of the processor's time. */
const slow = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup']

/** Without these Chromium asks for hosts of its own at every start, which a closed network answers late. */
const chromiumArgs = [
  ...(isRoot ? ['--no-sandbox'] : []),
  '--disable-gpu',
  // The shell without a window would round the width of every letter, which no screen does.
  '--font-render-hinting=none',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${[...offInPlaywright, ...slow].join(',')}`,
]

const { ProgramFiles, LOCALAPPDATA, 'ProgramFiles(x86)': ProgramFiles86 } = process.env
const windows = [ProgramFiles, ProgramFiles86, LOCALAPPDATA].flatMap(folder => folder ?? [])

const places = {
  chromium: [
    // Without a window's frame around every page: a fifth faster.
    '/usr/bin/chromium-headless-shell',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ...windows.map(folder => join(folder, 'Google/Chrome/Application/chrome.exe')),
  ],
  firefox: [
    '/usr/bin/firefox-esr',
    '/usr/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    ...windows.map(folder => join(folder, 'Mozilla Firefox/firefox.exe')),
  ],
}

/** @param {Name} name @param {string} [executablePath] Playwright's own when left out @returns {Launch} */
const launch = (name, executablePath) => ({
  ...(executablePath && { executablePath }),
  ...(executablePath && name === 'firefox' && { channel: 'moz-firefox' }),
  ...(name === 'chromium' && { args: chromiumArgs }),
})

/** What lies on the disk, best first; whether it starts is another question. @param {Name} name */
async function candidates(name) {
  const asked = process.env[`${name.toUpperCase()}_PATH`]
  if (asked) return [launch(name, asked)]
  const found = places[name].filter(existsSync).map(path => launch(name, path))
  const playwright = await import('playwright')
  if (existsSync(playwright[name].executablePath())) found.push(launch(name))
  return found
}

/** A Chromium that can open a window, which its headless shell cannot; null where only Playwright's own may do. */
export function withWindow() {
  const path = places.chromium.find(place => !place.includes('headless') && existsSync(place))
  return path === undefined ? null : launch('chromium', path)
}

/** A file in the right place need not be a browser Playwright can drive: start it once. @param {Name} name */
async function firstThatStarts(name) {
  const playwright = await import('playwright')
  for (const found of await candidates(name)) {
    try {
      const browser = await playwright[name].launch({ ...found, timeout: 60_000 })
      await browser.close()
      return found
    } catch (error) {
      console.log(
        `${found.executablePath ?? `Playwright's ${name}`} does not start: ${String(error).split('\n')[0]}`,
      )
    }
  }
  return null
}

/** Recommended packages are left out: with them the browsers bring printer daemons. @param {Name[]} names */
async function installDebian(names) {
  const options = { env: { DEBIAN_FRONTEND: 'noninteractive' }, timeoutMs: 600_000, quiet: true }
  await run('apt-get', ['update'], options)
  const install = (/** @type {string[]} */ ...packages) =>
    run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], options)
  if (names.includes('firefox')) await install('firefox-esr')
  if (names.includes('chromium')) {
    // An older Debian has no such shell.
    if (!(await install('chromium-headless-shell', 'fonts-liberation')))
      await install('chromium', 'fonts-liberation')
  }
}

/** Finds both browsers, installing those that are missing. @returns {Promise<Browsers>} */
export async function ensureBrowsers() {
  /** @type {Browsers} */
  const browsers = { chromium: await firstThatStarts('chromium'), firefox: await firstThatStarts('firefox') }
  const missing = () => /** @type {Name[]} */ (Object.keys(browsers)).filter(name => !browsers[name])

  for (const name of missing()) {
    console.log(`No ${name} here: asking Playwright for its own …`)
    if (await node(bin.playwright, ['install', name], { timeoutMs: 300_000, quiet: true }))
      browsers[name] = await firstThatStarts(name)
  }
  if (missing().length > 0 && isRoot && existsSync('/etc/debian_version')) {
    console.log(`Installing Debian's ${missing().join(' and ')} …`)
    await installDebian(missing())
    for (const name of missing()) browsers[name] = await firstThatStarts(name)
  }
  return browsers
}

const variable = 'DOUBLE_CHARGE_BROWSERS'

/** Hands what was found to the runner and its workers. @param {Browsers} browsers */
export const asEnvironment = browsers => ({ [variable]: JSON.stringify(browsers) })

/** What was handed over; else, with the runner started by hand, what lies on the disk. @returns {Promise<Browsers>} */
export async function knownBrowsers() {
  const handed = process.env[variable]
  if (handed) return JSON.parse(handed)
  const [chromium = null] = await candidates('chromium')
  const [firefox = null] = await candidates('firefox')
  return { chromium, firefox }
}

if (isMain(import.meta.url)) {
  await ensureInstalled()
  const browsers = await ensureBrowsers()
  for (const [name, found] of Object.entries(browsers)) {
    console.log(`${name}: ${found ? (found.executablePath ?? `Playwright's own`) : 'none'}`)
  }
  if (!browsers.chromium) process.exit(1)
}
