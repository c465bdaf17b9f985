import type { Page } from 'playwright/test'
import { test } from './hosts/hosted-test.ts'
import { Simulator } from './simulator.ts'
import { expect } from './test.ts'

const choose = (page: Page, group: string, option: string) =>
  page.getByRole('radiogroup', { name: group, exact: true }).getByRole('radio', { name: option }).check()

async function openBuilder(page: Page) {
  await page.goto('./#/embed')
  await expect(page.getByRole('heading', { name: 'Embed' })).toBeVisible()
}

/** The simulator in the only frame there is, once it shows a scene of this seed. */
async function framed(page: Page, seed: string): Promise<Simulator> {
  const root = page.frameLocator('iframe').getByTestId('simulator')
  await expect(root).toHaveAttribute('data-seed', seed)
  const frame = page.frames().find(each => each !== page.mainFrame() && !each.isDetached())
  if (!frame) throw new Error('The page has no frame.')
  return new Simulator(frame)
}

/** The check-then-act scenario has seed 3; in it the events are left out and the keys cannot be switched. */
async function expectRace({ place, events, keysSwitch }: Simulator) {
  await expect(place.getByText(/What do two requests see that look at once\?/).first()).toBeVisible()
  await expect(events).toHaveCount(0)
  await expect(keysSwitch).toHaveAttribute('aria-disabled', 'true')
}

test('a scenario, its events hidden and its keys locked, goes into a page of another site as it was chosen', async ({
  page,
  host,
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await openBuilder(page)
  const entries = await page.evaluate(() => window.history.length)
  await choose(page, 'Scene', 'A scenario')
  await page.getByRole('combobox', { name: 'Scenario' }).selectOption('The race on check-then-act')
  await choose(page, 'Events', 'Hidden')
  await choose(page, 'Idempotency keys', 'Locked')
  await expectRace(await framed(page, '3'))
  await expect(page.getByRole('radiogroup', { name: 'Idempotency keys' }).getByLabel('Locked')).toBeFocused()
  // What was shown before does not stand in the way back.
  expect(await page.evaluate(() => window.history.length)).toBe(entries)

  await page.getByRole('button', { name: 'Copy', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible()
  const snippet = await page.evaluate(() => navigator.clipboard.readText())
  const course = await page.context().newPage()
  await course.goto(
    host.serve(
      '/week-3',
      `<!doctype html><html lang="en"><title>Week 3</title><body>${snippet}</body></html>`,
    ),
  )
  const simulator = await framed(course, '3')
  await expectRace(simulator)
  await expect(course.getByTitle('Double Charge Simulator')).toHaveAttribute('loading', 'lazy')
  await expect(simulator.root).toHaveAttribute('data-status', 'paused')
})

test('the whole builder is worked by keyboard, and where the clipboard is refused the text is selected @full', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined })
    document.execCommand = () => false
  })
  await openBuilder(page)
  await page.getByRole('button', { name: /^Only the stage/ }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('radiogroup', { name: 'Copy as' }).getByRole('radio', { checked: true }).focus()
  await page.keyboard.press('ArrowLeft')
  const snippet = page.getByRole('textbox', { name: 'Snippet: Link' })
  await page.keyboard.press('Tab')
  await expect(snippet).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^The clipboard is refused here/).and(page.locator('p'))).toBeVisible()
  await expect(snippet).toBeFocused()
  const selected = await snippet.evaluate((field: HTMLTextAreaElement) =>
    field.value.slice(field.selectionStart, field.selectionEnd),
  )
  const { searchParams } = new URL(selected)
  expect(searchParams.get('hide')?.split(',')).toHaveLength(9)
  expect([searchParams.get('seed'), searchParams.get('embed')]).toEqual(['202', null])

  // Elsewhere and back, what was chosen stands.
  await page.getByRole('link', { name: 'Scenarios' }).click()
  await expect(page.getByRole('heading', { name: 'Scenarios' })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('button', { name: /^Only the stage/ })).toHaveAttribute('aria-pressed', 'true')
})

for (const width of [320, 1280]) {
  test(`at ${width} px nothing scrolls sideways, however wide the frame is @full`, async ({ page }) => {
    await page.setViewportSize({ width, height: 667 })
    await openBuilder(page)
    await choose(page, 'Width', '960')
    await expect(page.locator('iframe')).toHaveCSS('width', '960px')
    for (const fold of await page.getByRole('button', { expanded: false }).all())
      if (await fold.isVisible()) await fold.click()
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(over).toBeLessThanOrEqual(0)
  })
}
