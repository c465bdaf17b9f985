import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBrowsers } from './browsers.mjs'
import { buildAll } from './build.mjs'
import { ensureInstalled } from './ensure.mjs'
import { root } from './run.mjs'

/** What link previews show, as index.html names it. */
const file = join(root, 'public/og.png')
const size = { width: 1200, height: 630 }
/** Taken this much larger the stage fills the width as it is: its letters stay sharp, and the file small. */
const scale = 1.14
/** The second charge is made, its answer is on its way, and the first answer lies where it was lost. */
const momentMs = 3700

/** @typedef {import('playwright').Browser} Browser */

/** The stage as the app draws it at that moment. @param {Browser} browser @param {string} url */
async function stagePicture(browser, url) {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 900 },
    deviceScaleFactor: scale,
    reducedMotion: 'reduce',
  })
  await page.goto(`${url}?seed=202&clock=manual&theme=light&hide=header,settings,playback`)
  await page.evaluate(async ms => {
    const { doubleCharge } = window
    await doubleCharge.ready
    doubleCharge.load({
      settings: { keys: 'off' },
      inputs: [
        { at: 0, type: 'pay' },
        { at: 2500, type: 'pay' },
      ],
    })
    doubleCharge.seek(ms)
    await document.fonts.ready
  }, momentMs)
  const picture = await page
    .getByRole('region', { name: 'Stage', exact: true })
    .screenshot({ animations: 'disabled' })
  await page.close()
  return picture.toString('base64')
}

const font = readFileSync(
  join(root, 'node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'),
).toString('base64')

/** Title, one sentence and the stage, cut off where it goes on. @param {string} stage */
const composed = stage => `<!doctype html>
<style>
  @font-face { font-family: Inter; font-weight: 100 900; src: url(data:font/woff2;base64,${font}) }
  body { margin: 0; padding: 52px 58px; background: #f6f3ec; color: #1c2027; font-family: Inter; overflow: hidden }
  h1 { margin: 0; font-size: 52px; font-weight: 650; letter-spacing: -0.02em; line-height: 1.15 }
  p { margin: 6px 0 28px; font-size: 27px; line-height: 1.3; color: #454b54 }
  img { display: block; border-radius: 14px; box-shadow: 0 2px 3px #281e0a14, 0 16px 48px -24px #281e0a44 }
</style>
<h1>Double Charge Simulator</h1>
<p>One payment, a lost answer, a second press: <b style="color:#b23507;font-weight:600">charged twice, meant once.</b></p>
<img src="data:image/png;base64,${stage}" />`

await ensureInstalled()
const [{ chromium: launch }, built] = [await ensureBrowsers(), await buildAll()]
if (!launch || !built) process.exit(1)
const { chromium } = await import('playwright')
const { preview } = await import('vite')
const server = await preview({ root, logLevel: 'warn' })
const browser = await chromium.launch(launch)
const page = await browser.newPage({ viewport: size })
await page.setContent(composed(await stagePicture(browser, server.resolvedUrls?.local[0] ?? '')))
await page.evaluate(() => document.fonts.ready)
await page.screenshot({ path: file })
await browser.close()
await server.close()
console.log(`${file}: ${(statSync(file).size / 1000).toFixed(0)} kB`)
