import type { Page } from 'playwright/test'
import { GROUPS, SCENARIOS } from '../src/gallery/scenarios.ts'
import { OUTCOMES, type Outcome } from '../src/gallery/testing/outcomes.ts'
import type { Simulator } from './simulator.ts'
import { expect, test } from './test.ts'

const card = (page: Page, title: string) => page.getByRole('link', { name: title, exact: true })

async function openGallery(page: Page): Promise<void> {
  await page.goto('./?clock=manual#/scenarios')
  await expect(page.getByRole('heading', { name: 'Scenarios', level: 2 })).toBeVisible()
}

const pinned = (id: string) => {
  const outcome = OUTCOMES.find(candidate => candidate.id === id)
  const title = SCENARIOS.find(scenario => scenario.id === id)?.title
  if (!outcome || !title) throw new Error(`There is no scenario ${id}.`)
  return { outcome, title }
}

/** The run stands at its beginning and tells nothing yet; watched to its end it ends as pinned. */
async function expectOutcome(simulator: Simulator, outcome: Outcome): Promise<void> {
  const charges = outcome.charges.reduce((sum, count) => sum + count, 0)
  await expect(simulator.verdict).toHaveAttribute('data-charges', '0')
  await simulator.call('runToEnd')
  await expect(simulator.verdict).toContainText(outcome.headline)
  await expect(simulator.verdict).toHaveAttribute('data-charges', String(charges))
  await expect(simulator.verdict).toHaveAttribute('data-payments', String(outcome.charges.length))
  await expect(simulator.balance).toHaveAttribute('data-minor', String(outcome.balance))
  expect(await simulator.hash()).toBe(outcome.hash)
}

test('a click on a card opens its scenario, and back leads to the gallery @firefox-full', async ({
  simulator,
  page,
}) => {
  await openGallery(page)
  // The second opens with other settings than the first, so that the address differs when one goes back.
  for (const id of ['ghost', 'another-amount']) {
    const { outcome, title } = pinned(id)
    await card(page, title).click()
    await expectOutcome(simulator, outcome)
    await page.goBack()
    await expect(card(page, title)).toBeVisible()
  }
})

test(`each of ${OUTCOMES.length} cards opens a run that ends as pinned @full`, async ({
  simulator,
  page,
}) => {
  await openGallery(page)
  for (const { id } of SCENARIOS) {
    const { outcome, title } = pinned(id)
    // A page is looked at with every frame, an expectation only now and then: for eighteen that counts.
    await card(page, title).evaluate(link => (link as HTMLElement).click())
    await simulator.call('runToEnd')
    await page.waitForFunction(
      headline => document.querySelector('[data-testid="verdict"]')?.textContent?.startsWith(headline),
      outcome.headline,
    )
    expect(await simulator.balance.getAttribute('data-minor')).toBe(String(outcome.balance))
    expect(await simulator.hash()).toBe(outcome.hash)
    await page.evaluate(() => {
      window.location.hash = '#/scenarios'
    })
  }
})

test('the link of a card opens its scenario on a page of its own @full', async ({ simulator, page }) => {
  await openGallery(page)
  const hrefOf = (id: string) =>
    card(page, pinned(id).title).evaluate(link => (link as HTMLAnchorElement).href)
  // One of each group: to load a page takes longer than all else here.
  const ids = GROUPS.map(group => SCENARIOS.findLast(scenario => scenario.group === group)?.id ?? '')
  const links = await Promise.all(ids.map(hrefOf))
  for (const [index, id] of ids.entries()) {
    const link = new URL(links[index] ?? '')
    link.searchParams.set('clock', 'manual')
    await page.goto(link.href)
    await simulator.ready()
    await expectOutcome(simulator, pinned(id).outcome)
  }
})

test('a card is reached by keyboard, shows that it has the focus, and opens with Enter @full', async ({
  simulator,
  page,
}) => {
  await openGallery(page)
  const { outcome, title } = pinned('double-click')
  const double = card(page, title)
  for (let stop = 0; stop < 20; stop += 1) {
    await page.keyboard.press('Tab')
    if (await double.evaluate(link => link === document.activeElement)) break
  }
  await expect(double).toBeFocused()
  await expect(page.getByRole('listitem').filter({ has: double })).toHaveCSS('outline-style', 'solid')
  await page.keyboard.press('Enter')
  await expectOutcome(simulator, outcome)
})

test('at 320 px the gallery is one column, without scrolling sideways @full', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await openGallery(page)
  const boxes = await page
    .getByRole('listitem')
    .filter({ has: page.getByRole('link') })
    .all()
  const lefts = await Promise.all(boxes.map(async box => (await box.boundingBox())?.x))
  expect(boxes).toHaveLength(SCENARIOS.length)
  expect(new Set(lefts).size).toBe(1)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
})
