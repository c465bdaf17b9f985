import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright/test'
import type { Simulator } from './simulator.ts'
import { expect, test } from './test.ts'
import { runWritten } from './written-test.ts'

type Session = Parameters<Window['doubleCharge']['load']>[0]

const TWICE: Session = {
  inputs: [
    { at: 0, type: 'pay' },
    { at: 2500, type: 'pay' },
  ],
}

/** Much of what can be set and done, to be reproduced. */
const LIVELY: Session = {
  settings: {
    seed: 9,
    retry: 'auto',
    keys: 'per-payment',
    crash: 'after-charge',
    duplicate: 0.4,
    latency: '50-900',
  },
  inputs: [
    { at: 0, type: 'pay' },
    { at: 300, type: 'dropMessage', message: 'p1.a2.response' },
    { at: 6000, type: 'configure', settings: { keys: 'off', server: 'no-key', amount: 2550 } },
    { at: 6100, type: 'newPayment' },
    { at: 6200, type: 'pay' },
    { at: 6250, type: 'pay' },
  ],
}

const REFUSED: Session = {
  settings: { card: 'declined', responseLoss: 0 },
  inputs: [
    { at: 40, type: 'pay' },
    { at: 3000, type: 'newPayment' },
  ],
}

const isFirefox = (page: Page) => page.context().browser()?.browserType().name() === 'firefox'

const openWith = async (simulator: Simulator, session: Session) => {
  const page = simulator.place as Page
  if (isFirefox(page)) await keepSaved(page)
  await simulator.open({ clock: 'manual', open: 'exports' })
  await simulator.call('load', session)
}

/** Driven as here, Firefox tells of no downloads: what is handed to it is kept in the page instead. */
async function keepSaved(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const blobs: Blob[] = []
    URL.createObjectURL = blob => `blob:${blobs.push(blob as Blob) - 1}`
    HTMLAnchorElement.prototype.click = function () {
      const blob = blobs[Number(this.href.slice('blob:'.length))]
      const reader = new FileReader()
      reader.onload = () =>
        document.dispatchEvent(new CustomEvent('kept', { detail: [this.download, reader.result] }))
      if (blob) reader.readAsDataURL(blob)
    }
  })
}

/** Presses Save and gives the file's name and what is in it. */
async function pressSave(page: Page, name: string): Promise<[name: string, content: Buffer]> {
  const button = page.getByRole('button', { name: `Save ${name}`, exact: true })
  if (isFirefox(page)) {
    const kept = page.evaluate(
      () =>
        new Promise<[string, string]>(resolve => {
          document.addEventListener('kept', event => resolve((event as CustomEvent).detail), { once: true })
        }),
    )
    await button.click()
    const [given, address] = await kept
    return [given, Buffer.from(address.slice(address.indexOf(',') + 1), 'base64')]
  }
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()])
  return [download.suggestedFilename(), await readFile(await download.path())]
}

async function saved(page: Page, name: string): Promise<Buffer> {
  const [given, content] = await pressSave(page, name)
  expect(given).toBe(name)
  return content
}

const textOf = async (page: Page, name: string) => (await saved(page, name)).toString()

test('seed 202: the files hold what has been watched @firefox-full', async ({ simulator, page }) => {
  await openWith(simulator, TWICE)
  await expect(page.getByRole('region', { name: 'Exports' })).toBeVisible()
  await simulator.call('seek', 1432)
  const trace = await simulator.trace()
  await simulator.call('seek', 200)
  const lines = (await textOf(page, 'double-charge-202.jsonl')).split('\n')
  expect(lines.pop()).toBe('')
  expect(lines.map(line => JSON.parse(line))).toEqual(trace)
  const rows = (await textOf(page, 'double-charge-202-events.csv')).split('\r\n')
  expect(rows).toHaveLength(trace.length + 2)
  expect(rows.at(-2)).toMatch(
    /^6,1432,network,response\.lost,p1,1,p1\.a1\.response,,5,201,The answer is lost\.$/,
  )
  expect((await textOf(page, 'double-charge-202-ledger.csv')).split('\r\n')[1]).toBe(
    'ch_1_1,987,p1,1,customer,merchant,10000,90000,no-key,,',
  )
  expect(await textOf(page, 'double-charge-202.mmd')).toContain(
    'w1--xyou: 201 Created (sent 1.0 s, lost 1.4 s)',
  )
  expect(await textOf(page, 'double-charge-202.svg')).toMatch(
    /^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/,
  )
})

test('the picture of dots is as large as the drawing twice, and not blank @firefox-full', async ({
  simulator,
  page,
}) => {
  await openWith(simulator, TWICE)
  await simulator.call('runToEnd')
  const svg = await textOf(page, 'double-charge-202.svg')
  const png = await saved(page, 'double-charge-202.png')
  const seen = await page.evaluate(
    async ([drawing, dots]) => {
      const drawn = new DOMParser().parseFromString(drawing, 'image/svg+xml').documentElement
      const bytes = Uint8Array.from(atob(dots), character => character.charCodeAt(0))
      const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
      const { width, height } = picture
      const context = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d')
      context?.drawImage(picture, 0, 0)
      const pixels = new Uint32Array(context?.getImageData(0, 0, width, height).data.buffer ?? [])
      const asked = ['width', 'height'].map(name =>
        Math.floor(2 * Number.parseFloat(drawn.getAttribute(name) ?? '')),
      )
      return { size: [width, height], asked, colours: new Set(pixels).size }
    },
    [svg, png.toString('base64')] as const,
  )
  expect(seen.size).toEqual(seen.asked)
  expect(seen.colours).toBeGreaterThan(1)
})

/** The test that the page writes for a session. */
async function writtenFor(simulator: Simulator, page: Page, session: Session): Promise<string> {
  await openWith(simulator, session)
  return textOf(page, `double-charge-${session.settings?.seed ?? 202}.spec.ts`)
}

test('the written test reproduces its run: it passes @full', async ({ simulator, page }, testInfo) => {
  // In another process, with a page of its own.
  test.setTimeout(120_000)
  const lively = await writtenFor(simulator, page, LIVELY)
  expect(await runWritten({ 'lively.spec.ts': lively }, testInfo)).toEqual({ 'lively.spec.ts': 'passed' })
})

test('the written test of other runs passes, too, and fails with another hash or balance @full', async ({
  simulator,
  page,
}, testInfo) => {
  test.setTimeout(120_000)
  const twice = await writtenFor(simulator, page, TWICE)
  const refused = await writtenFor(simulator, page, REFUSED)
  const wrongBalance = twice.replace('balance: 80000', 'balance: 90000')
  const wrongHash = twice.replace(/traceHash: "./, 'traceHash: "x')
  for (const wrong of [wrongBalance, wrongHash]) expect(wrong).not.toBe(twice)
  const files = {
    'twice.spec.ts': twice,
    'refused.spec.ts': refused,
    'wrong-balance.spec.ts': wrongBalance,
    'wrong-hash.spec.ts': wrongHash,
  }
  expect(await runWritten(files, testInfo)).toEqual({
    'twice.spec.ts': 'passed',
    'refused.spec.ts': 'passed',
    'wrong-balance.spec.ts': 'failed',
    'wrong-hash.spec.ts': 'failed',
  })
})

test('a file can be looked into and copied @full', async ({ simulator, page }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await openWith(simulator, TWICE)
  await simulator.call('runToEnd')
  await page.getByRole('button', { name: 'Preview double-charge-202.jsonl' }).click()
  const preview = page.getByRole('region', { name: 'Preview of double-charge-202.jsonl' })
  await expect(preview).toContainText('"promise.broken"')
  await page.getByRole('button', { name: 'Copy double-charge-202.jsonl' }).click()
  await expect(page.getByRole('button', { name: 'Copied double-charge-202.jsonl' })).toBeFocused()
  const lines = (await page.evaluate(() => navigator.clipboard.readText())).trim().split('\n')
  expect(lines.map(line => JSON.parse(line))).toEqual(await simulator.trace())
})
