import type { Page } from 'playwright/test'
import { BARE_PATH, type HostFrame, STRICT_PATH, SUB_PATH } from './host-server.ts'
import { test } from './hosts/hosted-test.ts'
import { query, Simulator } from './simulator.ts'
import { expect } from './test.ts'
import { doubleChargeAndCure, openPanels, visitPages } from './walk.ts'

/** The simulator in the only frame, or in the one of these that is meant. */
async function simulatorIn(page: Page, index = 0): Promise<Simulator> {
  const frame = page.frames()[index + 1]
  if (!frame) throw new Error('The page has no such frame.')
  const simulator = new Simulator(frame)
  await simulator.ready()
  return simulator
}

const embedded = query({ seed: 202, speed: 8, embed: 1 })

const storageThrows = (simulator: Simulator) =>
  simulator.place.evaluate(() =>
    (['localStorage', 'sessionStorage'] as const).map(name => {
      try {
        return String(window[name])
      } catch {
        return 'throws'
      }
    }),
  )

/** By how many pixels it can be scrolled sideways. */
const overhang = ({ place }: Simulator) =>
  place.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

const focusAndScroll = (page: Page) =>
  page.evaluate(() => [document.activeElement?.tagName, window.scrollX, window.scrollY])

/** Some browsers block it by themselves; where one does not, it is made to throw as it would. */
const blockStorageInFrames = (page: Page) =>
  page.addInitScript(() => {
    if (window === window.top) return
    for (const name of ['localStorage', 'sessionStorage']) {
      const refuse = () => {
        throw new DOMException('Access is denied for this document.', 'SecurityError')
      }
      Object.defineProperty(window, name, { get: refuse, configurable: true })
    }
  })

test('seed 202: in a frame of another site, its storage blocked, the story works', async ({
  page,
  host,
  baseURL,
}) => {
  await blockStorageInFrames(page)
  await page.goto(host.page([{ src: `${baseURL}?${embedded}`, width: 1000, height: 760 }]))
  const simulator = await simulatorIn(page)
  expect(await storageThrows(simulator)).toEqual(['throws', 'throws'])
  await doubleChargeAndCure(simulator)
  expect(await simulator.call('permalink')).toContain('run=')
})

test('seed 202: a frame takes no focus from its host, scrolls nothing, and fits a column of 280 px', async ({
  page,
  host,
  baseURL,
}) => {
  // Side by side and in sight: what cannot be seen is not animated.
  await page.setViewportSize({ width: 1400, height: 1200 })
  const src = `${baseURL}?${embedded}`
  const frames = [1000, 280].map(width => ({ src, width, height: 700 }))
  await page.goto(host.page(frames))
  const wide = await simulatorIn(page, 0)
  const narrow = await simulatorIn(page, 1)
  for (const simulator of [wide, narrow]) await expect(simulator.chart).toBeVisible()
  expect(await focusAndScroll(page)).toEqual(['BODY', 0, 0])
  for (const simulator of [wide, narrow]) {
    await expect(simulator.place.getByRole('banner')).toHaveCount(0)
    expect(await overhang(simulator)).toBeLessThanOrEqual(0)
  }
  await doubleChargeAndCure(narrow)
  await narrow.stepBack.click()
  await narrow.setKeys(false)
  await expect(narrow.keysSwitch).not.toBeChecked()
  expect(await overhang(narrow)).toBeLessThanOrEqual(0)
  await expect(wide.balance).toHaveText('$1,000.00')
})

test('seed 202: in a short frame Pay is whole in sight, and before anything is watched Play leads @full', async ({
  simulator,
  page,
}) => {
  const scenes = [
    [960, 500, {}, ''],
    [375, 640, {}, ''],
    [280, 640, {}, ''],
    [280, 640, { scenario: 'ghost', start: 'paused' }, ''],
    [375, 640, {}, '#/twin'],
  ] as const
  for (const [width, height, params, route] of scenes) {
    await page.setViewportSize({ width, height })
    await simulator.open({ embed: 1, ...params }, route)
    await expect(simulator.payButton).toBeInViewport({ ratio: 1 })
    expect(await overhang(simulator)).toBeLessThanOrEqual(0)
  }
  // Locked, the row of playback is at its longest.
  for (const width of [820, 1000, 1100]) {
    await page.setViewportSize({ width, height: 500 })
    await simulator.open({ embed: 1, lock: 'playback' }, '#/twin')
    await expect(simulator.payButton).toBeInViewport({ ratio: 1 })
    const ends = [simulator.reset, simulator.playback].map(async part => {
      const { x = 0, width: wide = Number.NaN } = (await part.boundingBox()) ?? {}
      return x + wide
    })
    const [button, row] = await Promise.all(ends)
    expect(button).toBeLessThanOrEqual(row ?? Number.NaN)
  }
  await page.setViewportSize({ width: 375, height: 640 })
  await simulator.open({ embed: 1, scenario: 'ghost', start: 'paused' })
  await expect(simulator.notice('Was the money taken? Press Play.')).toBeVisible()
  await expect(simulator.root).toHaveAttribute('data-waits', 'true')
  await simulator.playButton.click()
  await expect(simulator.root).not.toHaveAttribute('data-waits')
})

test('at 280 px nothing of an embedded panel has to be scrolled sideways @full', async ({
  simulator,
  page,
}) => {
  await page.setViewportSize({ width: 280, height: 640 })
  for (const open of ['diagram', 'explain', 'exports']) {
    await simulator.open({ embed: 1, scenario: 'ghost', open })
    await expect(simulator.lookCloser.getByRole('button', { expanded: true }).first()).toBeVisible()
    await expect(simulator.chart).toBeVisible()
    expect(await overhang(simulator), open).toBeLessThanOrEqual(0)
  }
})

const sandboxes: Readonly<Record<string, string>> = {
  'the hosted build from a server that allows its scripts to be asked for @full': `${SUB_PATH}?`,
  'the single file without any header': `${BARE_PATH}standalone.html?`,
}
for (const [what, path] of Object.entries(sandboxes)) {
  test.describe(`sandbox="allow-scripts", ${what}`, () => {
    // Chromium complains, and the page then copies the old way.
    test.use({ allowedErrors: [/^console error: Permissions policy violation: The Clipboard API/] })

    test('seed 202: the story works, and where downloads are forbidden exports are copied and looked into', async ({
      page,
      host,
    }) => {
      const src = `${host.copies}${path}${embedded}`
      await page.setViewportSize({ width: 1000, height: 1000 })
      await page.goto(host.page([{ src, width: 1000, height: 2000, sandbox: 'allow-scripts' }]))
      const simulator = await simulatorIn(page)
      expect(await storageThrows(simulator)).toEqual(['throws', 'throws'])
      await doubleChargeAndCure(simulator)
      await openPanels(simulator)
      const { place } = simulator
      await expect(place.getByText(/forbids saving, Copy and Preview still work/)).toBeVisible()
      await place.getByRole('button', { name: 'Copy double-charge-202.mmd' }).click()
      await expect(place.getByRole('button', { name: 'Copied double-charge-202.mmd' })).toBeVisible()
    })
  })
}

test.describe('sandbox=""', () => {
  // The browser says so of every script that it is told not to run.
  test.use({
    allowedErrors: [/^console error: Blocked script execution in .* the document's frame is sandboxed/],
  })

  test('where no script may run, one picture and two sentences stand, in both builds', async ({
    page,
    host,
  }) => {
    const frames: HostFrame[] = [`${STRICT_PATH}`, `${BARE_PATH}standalone.html`].map(path => ({
      src: host.copies + path,
      width: 280,
      height: 480,
      sandbox: '',
    }))
    await page.goto(host.page(frames))
    for (const index of [0, 1]) {
      const frame = page.frameLocator('iframe').nth(index)
      const picture = frame.getByRole('img', { name: /^A phone sends a payment/ })
      await expect(picture).toBeVisible()
      await expect(frame.locator('p')).toHaveText([/unless an idempotency key/, /needs JavaScript\.$/])
      // Styled by its own sheet, the picture as wide as the column.
      await expect.poll(async () => (await picture.boundingBox())?.width).toBe(248)
    }
  })
})

test('seed 202: the build works under any path, and its links stay there', async ({ page, host }) => {
  const simulator = new Simulator(page)
  await page.goto(`${host.origin}${SUB_PATH}?${query({ seed: 202, speed: 8 })}`)
  await simulator.ready()
  await expect(simulator.chart).toBeVisible()
  await doubleChargeAndCure(simulator)
  const link = await simulator.call('permalink')
  expect(link).toContain(`${host.origin}${SUB_PATH}`)
  await page.goto(link)
  await simulator.ready()
  await expect(simulator.balance).toHaveText('$900.00')
})

test('seed 202: out of its reader’s sight a frame’s time stands, and goes on where it was', async ({
  page,
  host,
  baseURL,
}) => {
  const src = `${baseURL}?${query({ seed: 202, embed: 1 })}`
  await page.goto(host.page([{ src, width: 640, height: 1800 }]))
  const simulator = await simulatorIn(page)
  await simulator.pay()
  await expect(simulator.root).toHaveAttribute('data-status', 'running')
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
  await expect(simulator.root).toHaveAttribute('data-status', 'paused')
  const stood = await simulator.timeMs()
  // What its script asks for meanwhile is done, but for the passing of time.
  await simulator.call('play')
  await expect(simulator.root).toHaveAttribute('data-status', 'paused')
  expect(await simulator.timeMs()).toBe(stood)
  expect(stood).toBeLessThan(2500)
  await page.evaluate(() => window.scrollTo(0, 0))
  await simulator.waitUntilIdle()
  expect(await simulator.timeMs()).toBe(2500)
})

test('eight frames on one page come up one after the other as one scrolls, and none takes focus or scroll @full', async ({
  page,
  host,
  baseURL,
}) => {
  const src = `${baseURL}?${query({ seed: 202, embed: 1, clock: 'manual' })}`
  await page.goto(host.page(Array.from({ length: 8 }, () => ({ src, width: 640, height: 2400, lazy: true }))))
  const frames = page.locator('iframe')
  const started = () => page.frames().filter(frame => frame.url().startsWith(baseURL ?? '')).length
  for (let index = 0; index < 8; index += 1) {
    await frames.nth(index).scrollIntoViewIfNeeded()
    const before = await focusAndScroll(page)
    const frame = await (await frames.nth(index).elementHandle())?.contentFrame()
    if (!frame) throw new Error('The page has no such frame.')
    const simulator = new Simulator(frame)
    await simulator.ready()
    await expect(simulator.chart).toBeVisible()
    expect(await focusAndScroll(page)).toEqual(before)
    if (index === 0) expect(started(), 'the last are not fetched yet').toBeLessThan(8)
  }
  expect(started()).toBe(8)
})

test('a frame that starts without any size stands rightly once its host shows it @full', async ({
  page,
  host,
  baseURL,
}) => {
  const src = `${baseURL}?${query({ seed: 202, embed: 1, clock: 'manual' })}`.replaceAll('&', '&amp;')
  const tag = `<iframe title="Simulator" width="1000" height="900" style="border:0" src="${src}"></iframe>`
  await page.goto(
    host.serve('/folded', `<!doctype html><body><div id="tab" style="display:none">${tag}</div>`),
  )
  const simulator = await simulatorIn(page)
  await simulator.call('pay')
  await simulator.call('advance', 300)
  expect(await simulator.place.evaluate(() => window.innerWidth)).toBe(0)
  await page.locator('#tab').evaluate(tab => tab.removeAttribute('style'))
  await expect(simulator.chart).toBeVisible()
  const widths = async () => [
    Math.round((await simulator.chart.boundingBox())?.width ?? 0),
    Math.round((await simulator.stage.boundingBox())?.width ?? 0),
  ]
  await expect.poll(async () => Math.min(...(await widths()))).toBeGreaterThan(600)
  // On its way between phone and bank, not heaped at the edge of a stage without width.
  const packet = await simulator.packet('p1.a1.request').boundingBox()
  const stage = await simulator.stage.boundingBox()
  expect(packet && stage && (packet.x - stage.x) / stage.width).toBeGreaterThan(0.2)
  expect(await overhang(simulator)).toBeLessThanOrEqual(0)
})

test("seed 202: under script-src 'self'; style-src 'self' nothing is violated, whatever one opens @firefox-full", async ({
  page,
  host,
}) => {
  await page.addInitScript(() => {
    const heard: string[] = []
    Object.assign(window, { heard })
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, sourceFile, sample }) =>
      heard.push(`${violatedDirective} ${sourceFile} ${sample}`),
    )
  })
  const simulator = new Simulator(page)
  const policy = await page.goto(`${host.origin}${STRICT_PATH}?${query({ seed: 202, speed: 8 })}`)
  expect(policy?.headers()['content-security-policy']).toContain("style-src 'self'")
  await simulator.ready()
  await expect(simulator.chart).toBeVisible()
  await doubleChargeAndCure(simulator)
  await openPanels(simulator)
  await visitPages(simulator)
  expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([])
})
