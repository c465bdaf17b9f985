import type { Page } from 'playwright/test'
import { type Host, SUB_PATH, startHost } from './host-server.ts'
import { query, Simulator } from './simulator.ts'
import { test as base, expect } from './test.ts'

const test = base
  .extend<object, { host: Host }>({
    host: [
      // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a fixture needs from this pattern.
      async ({}, use) => {
        const host = await startHost()
        await use(host)
        await host.close()
      },
      { scope: 'worker' },
    ],
  })
  .extend({
    allowedOrigins: async ({ host }, use) =>
      use([host.origin, host.origin.replace('localhost', '127.0.0.1')]),
  })

/** The simulator in the only frame, or in the one of these that is meant. */
async function simulatorIn(page: Page, index = 0): Promise<Simulator> {
  const frame = page.frames()[index + 1]
  if (!frame) throw new Error('The page has no such frame.')
  const simulator = new Simulator(frame)
  await simulator.ready()
  return simulator
}

async function doubleChargeAndCure(simulator: Simulator) {
  await simulator.pay()
  await simulator.waitUntilIdle()
  await simulator.payAgain()
  await simulator.waitUntilIdle()
  await expect(simulator.verdict).toContainText('Charged twice, meant once')
  await simulator.rerunKeysOn.click()
  await simulator.waitUntilIdle()
  await expect(simulator.verdict).toContainText('Charged once, in 2 attempts')
  await expect(simulator.balance).toHaveText('$900.00')
}

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

test('seed 202: in a frame of another site, its storage blocked, the story works', async ({
  page,
  host,
  baseURL,
}) => {
  // Some browsers block it by themselves; where one does not, it is made to throw as it would.
  await page.addInitScript(() => {
    if (window === window.top) return
    for (const name of ['localStorage', 'sessionStorage']) {
      const refuse = () => {
        throw new DOMException('Access is denied for this document.', 'SecurityError')
      }
      Object.defineProperty(window, name, { get: refuse, configurable: true })
    }
  })
  const src = `${baseURL}?${query({ seed: 202, speed: 8, embed: 1 })}`
  await page.goto(host.page([{ src, width: 1000, height: 760 }]))
  const simulator = await simulatorIn(page)
  expect(await storageThrows(simulator)).toEqual(['throws', 'throws'])
  await doubleChargeAndCure(simulator)
  const link = await simulator.call('permalink')
  expect(link).toContain('run=')
})

test('a frame takes no focus from its host, scrolls nothing, and fits a narrow column', async ({
  page,
  host,
  baseURL,
}) => {
  // Side by side and in sight: what cannot be seen is not animated.
  await page.setViewportSize({ width: 1400, height: 1200 })
  const src = `${baseURL}?${query({ seed: 202, speed: 8, embed: 1 })}`
  await page.goto(
    host.page([
      { src, width: 1000, height: 700 },
      { src, width: 340, height: 640 },
    ]),
  )
  const wide = await simulatorIn(page, 0)
  const narrow = await simulatorIn(page, 1)
  for (const simulator of [wide, narrow]) await expect(simulator.chart).toBeVisible()
  const inHost = await page.evaluate(() => [document.activeElement?.tagName, window.scrollX, window.scrollY])
  expect(inHost).toEqual(['BODY', 0, 0])
  for (const simulator of [wide, narrow]) {
    await expect(simulator.place.getByRole('banner')).toHaveCount(0)
    const tooWide = await simulator.place.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(tooWide).toBeLessThanOrEqual(0)
  }
  await doubleChargeAndCure(narrow)
  await expect(wide.balance).toHaveText('$1,000.00')
})

test('seed 202: in a sandbox that allows scripts only, an opaque origin, the story works', async ({
  page,
  host,
}) => {
  const copy = host.origin.replace('localhost', '127.0.0.1')
  const src = `${copy}${SUB_PATH}?${query({ seed: 202, speed: 8, embed: 1 })}`
  await page.goto(host.page([{ src, width: 1000, height: 760, sandbox: 'allow-scripts' }]))
  const simulator = await simulatorIn(page)
  expect(await storageThrows(simulator)).toEqual(['throws', 'throws'])
  await doubleChargeAndCure(simulator)
})

test.describe('in a sandbox', () => {
  // Chromium complains, and the page then copies the old way.
  test.use({ allowedErrors: [/^console error: Permissions policy violation: The Clipboard API/] })

  test('seed 202: where downloads are forbidden, exports are copied and looked into', async ({
    page,
    host,
  }) => {
    const copy = host.origin.replace('localhost', '127.0.0.1')
    const src = `${copy}${SUB_PATH}?${query({ seed: 202, clock: 'manual', open: 'exports', embed: 1 })}`
    await page.goto(host.page([{ src, width: 1000, height: 2000, sandbox: 'allow-scripts' }]))
    const simulator = await simulatorIn(page)
    await simulator.pay()
    await simulator.call('runToEnd')
    const { place } = simulator
    await expect(place.getByText(/forbids saving, Copy and Preview still work/)).toBeVisible()
    await place.getByRole('button', { name: 'Preview double-charge-202.mmd' }).click()
    const preview = place.getByRole('region', { name: 'Preview of double-charge-202.mmd' })
    await expect(preview).toContainText('sequenceDiagram')
    await place.getByRole('button', { name: 'Copy double-charge-202.mmd' }).click()
    await expect(place.getByRole('button', { name: 'Copied double-charge-202.mmd' })).toBeVisible()
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
