import type { Page } from 'playwright/test'
import { expect, test } from './test.ts'

/** The story: the answer to the first attempt is lost, and the second attempt carries no key. */
const STORY = {
  settings: { seed: 202 },
  inputs: [
    { at: 0, type: 'pay' },
    { at: 3000, type: 'pay' },
  ],
}

const explained = (page: Page) => page.getByRole('region', { name: 'Explain a double charge' })

/** Loads a run into the page and lets it be watched to its end. */
async function watch(page: Page, run: typeof STORY): Promise<void> {
  await page.evaluate(session => {
    window.doubleCharge.load(session as never)
    window.doubleCharge.runToEnd()
  }, run)
}

test.beforeEach(async ({ simulator }) => {
  await simulator.open({ open: 'explain', clock: 'manual', motion: 'reduce' })
})

test('says what will be there while nothing was charged twice @full', async ({ page }) => {
  await expect(explained(page)).toContainText('No double charge so far.')
})

test('tells the chain of causes and leads to its moments', async ({ page, simulator }) => {
  await watch(page, STORY)
  const chain = explained(page).getByRole('list').first().getByRole('listitem')
  await expect(chain).toHaveText([
    /You press Pay\.$/,
    /The bank charges \$100\.$/,
    /The answer is lost\.$/,
    /No answer: timed out\.$/,
    /You press Pay again: attempt 2\.$/,
    /The bank charges \$100 a second time\.$/,
  ])
  await explained(page).getByRole('button', { name: 'Go to 2.5 s: No answer: timed out.' }).click()
  await expect(simulator.root).toHaveAttribute('data-time-ms', '2500')
  await expect(chain.nth(3)).toHaveAttribute('aria-current', 'step')
  await expect(chain.nth(4)).toContainText('(later)')
})

test('leads from each change to its twin, with the same presses @full', async ({ page }) => {
  await watch(page, STORY)
  const twin = (name: string) => explained(page).getByRole('link', { name: `See it side by side: ${name}` })
  const hrefOf = async (name: string) => new URL((await twin(name).getAttribute('href')) ?? '', page.url())
  const cure = await hrefOf('Key policy: one key per payment')
  expect(cure.hash).toBe('#/twin')
  expect(cure.searchParams.get('twin')).toBe('keys:per-payment')
  expect(cure.searchParams.get('run')).toBeTruthy()
  expect((await hrefOf('Timeout: 10 s')).searchParams.get('twin')).toBe('timeout:10000')
})

test('parts what would have prevented it from what does not help', async ({ page }) => {
  await watch(page, STORY)
  const under = (name: string) =>
    explained(page)
      .locator('section')
      .filter({ has: page.getByRole('heading', { name }) })
      .getByRole('listitem')
  await expect(under('What would have prevented it').first()).toContainText('Key policy: one key per payment')
  await expect(under('What would have prevented it').first()).toContainText(
    'Helps in 20 of 20 other runs that double-charge.',
  )
  await expect(under('What does not help').first()).toContainText('Timeout: 10 s')
  await expect(under('What does not help').first()).toContainText('Still charged twice.')
})

test('fits a narrow page without scrolling sideways @full', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await watch(page, STORY)
  await expect(explained(page).getByRole('heading', { name: 'What does not help' })).toBeAttached()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
})
