import type { Locator } from 'playwright/test'
import type { Simulator } from './simulator.ts'
import { expect, test } from './test.ts'

/** What each token of `hide` leaves out. */
const PARTS: Readonly<Record<string, (simulator: Simulator) => Locator>> = {
  keys: simulator => simulator.keysSwitch,
  drop: simulator => simulator.dropRate,
  retry: simulator => simulator.retrySwitch,
  settings: simulator => simulator.settings,
  playback: simulator => simulator.playButton,
  timeline: simulator => simulator.timeline,
  stage: simulator => simulator.stage,
  balance: simulator => simulator.balancePanel,
  events: simulator => simulator.events,
  verdict: simulator => simulator.verdict,
  header: simulator => simulator.place.getByRole('banner'),
  closer: simulator => simulator.place.getByRole('region', { name: 'Look closer' }),
}

/** A page is opened for each of these; src/app/layout.mocked.test.tsx hides every part at both sizes. */
const SIZES: Readonly<Record<string, { width: number; height: number; hidden: readonly string[] }>> = {
  desktop: { width: 1280, height: 800, hidden: ['settings', 'stage', 'events', 'header'] },
  phone: { width: 375, height: 667, hidden: ['keys', 'playback', 'closer'] },
}

for (const [size, { hidden: some, ...viewport }] of Object.entries(SIZES)) {
  test(`on a ${size} parts can be hidden, and Pay stays: ${some.join(', ')} @full`, async ({
    simulator,
    page,
  }) => {
    await page.setViewportSize(viewport)
    for (const hidden of some) {
      await test.step(hidden, async () => {
        await simulator.open({ hide: hidden })
        await expect(PARTS[hidden]?.(simulator) ?? page.locator('html'), `${hidden} is hidden`).toHaveCount(0)
        // On a phone the keys switch is in the bar; on a desktop it goes with the settings.
        const goesAlong = hidden === 'settings' ? ['keys', 'drop', 'retry'] : []
        for (const [shown, part] of Object.entries(PARTS)) {
          if (shown === hidden || goesAlong.includes(shown)) continue
          await expect(part(simulator), `with ${hidden} hidden, ${shown} is shown`).toBeVisible()
        }
        await expect(simulator.payButton).toBeVisible()
      })
    }
  })
}

test('with everything hidden there is still a Pay button that works', async ({ simulator, page }) => {
  await simulator.open({ hide: Object.keys(PARTS).join(','), speed: 8 })
  await simulator.pay()
  await simulator.waitUntilIdle()
  expect(await simulator.state()).toMatchObject({ balance: 90_000 })
  await expect(page.getByRole('region')).toHaveCount(1)
})

test('embed=1 leaves out the site header and keeps the rest', async ({ simulator, page }) => {
  await simulator.open({ embed: 1 })
  await expect(page.getByRole('banner')).toHaveCount(0)
  for (const part of [simulator.verdict, simulator.stage, simulator.balancePanel, simulator.events])
    await expect(part).toBeVisible()
})

test('loading takes no focus and scrolls nothing', async ({ simulator, page }) => {
  for (const params of [{}, { embed: 1 }, { drop: 9 }]) {
    await simulator.open(params)
    await expect(simulator.chart).toBeVisible()
    const found = await page.evaluate(() => [document.activeElement?.tagName, window.scrollX, window.scrollY])
    expect(found).toEqual(['BODY', 0, 0])
  }
})

test('the theme follows the system, the address and the setting @full', async ({ simulator, page }) => {
  const isDark = () =>
    page.evaluate(() => {
      const channels = getComputedStyle(document.body).backgroundColor.match(/\d+/g)?.map(Number) ?? []
      return Math.max(...channels.slice(0, 3)) < 100
    })
  await page.emulateMedia({ colorScheme: 'dark' })
  await simulator.open()
  expect(await isDark()).toBe(true)
  await simulator.open({ theme: 'light' })
  expect(await isDark()).toBe(false)
  await page.emulateMedia({ colorScheme: 'light' })
  await expect.poll(isDark).toBe(false)
  await simulator.open({ theme: 'dark' })
  expect(await isDark()).toBe(true)
  await simulator.openSettings()
  await page.getByRole('combobox', { name: 'Theme' }).selectOption({ label: 'Light' })
  await expect.poll(isDark).toBe(false)
})
