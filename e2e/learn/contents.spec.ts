import { violations } from '../axe.ts'
import { expect, test } from '../test.ts'
import { openChapter } from './scenes.ts'

test('the list of chapters leads to each, and each to the next; a page begins at its top @full', async ({
  simulator,
  page,
}) => {
  await simulator.open({ seed: 202, clock: 'manual' })
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Learn' }).click()
  await expect(page).toHaveTitle('Learn · Double Charge Simulator')
  const list = page.getByRole('list', { name: 'Chapters' }).getByRole('link')
  await expect(list).toHaveCount(9)
  const titles = await list.allTextContents()
  await list.first().click()
  for (const [index, title] of titles.entries()) {
    await expect(page.getByRole('heading', { name: title, exact: true, level: 2 })).toBeVisible()
    await expect(page).toHaveTitle(new RegExp(`· ${title} · Double Charge Simulator$`))
    expect(await page.evaluate(() => window.scrollY)).toBe(0)
    if (index < titles.length - 1)
      await page.getByRole('navigation', { name: 'Chapters' }).getByRole('link', { name: /→$/ }).click()
  }
  await page.goBack()
  await expect(page.getByRole('heading', { name: titles.at(-2) ?? '', level: 2 })).toBeVisible()
})

test('a chapter that is not there is said, above those there are', async ({ simulator }) => {
  await simulator.open({ seed: 202, clock: 'manual' }, '#/learn/alchemy')
  await expect(simulator.notice(/^There is no chapter alchemy/)).toBeVisible()
  await expect(simulator.place.getByRole('heading', { name: 'Learn', exact: true })).toBeVisible()
})

test('axe-core finds nothing in the list of chapters @full', async ({ simulator, page }) => {
  await openChapter(simulator, '')
  expect(await violations(page)).toEqual([])
})

test('who leaves the chapters finds the main room as it was, seed 202', async ({ simulator, page }) => {
  await simulator.open({ seed: 202, clock: 'manual', drop: 0.5 })
  await simulator.pay()
  await simulator.call('runToEnd')
  const hash = await simulator.hash()
  await simulator.learnLink.click()
  await page.getByRole('link', { name: 'The scary reality of networks' }).click()
  await expect(simulator.stage).toBeVisible()
  await page.getByRole('button', { name: 'Skip the prediction' }).click()
  await simulator.call('runToEnd')
  await page.getByRole('link', { name: 'Simulator', exact: true }).click()
  await expect(simulator.root).toHaveAttribute('data-route', 'room')
  expect(await simulator.hash()).toBe(hash)
  await expect(page).not.toHaveURL(/responseLoss=0(&|#)/)
  await simulator.payAgain()
  await simulator.call('runToEnd')
  await expect(simulator.balance).toHaveText('$800.00')
})

test.describe('a chapter that cannot be fetched', () => {
  test.use({
    allowedErrors: [/Failed to load resource|could not be fetched|Failed to fetch|Unable to preload/],
  })

  test('says so, takes no other page along, and is there when it can be fetched again', async ({
    simulator,
    page,
  }) => {
    await openChapter(simulator, '')
    await page.route(/\/assets\/chapter-/, route => route.abort())
    await page.getByRole('link', { name: 'What idempotency is' }).click()
    await expect(page.getByText(/^It could not be fetched\./)).toBeVisible()
    await page.getByRole('link', { name: 'Learn', exact: true }).click()
    await expect(page.getByRole('list', { name: 'Chapters' })).toBeVisible()
    await page.getByRole('link', { name: 'What idempotency is' }).click()
    await page.unroute(/\/assets\/chapter-/)
    await page.getByRole('button', { name: 'Reset Chapter' }).click()
    await expect(page.getByTestId('chapter')).toHaveAttribute('data-chapter', 'idempotency')
  })
})

test('the way in leads to chapter 1, and then to the first chapter in which nothing was tried', async ({
  simulator,
  page,
}) => {
  await openChapter(simulator, '')
  await expect(page.getByRole('link', { name: 'Begin with chapter 1' })).toHaveAttribute(
    'href',
    /#\/learn\/networks$/,
  )
  await page.evaluate(() =>
    window.localStorage.setItem(
      'double-charge-simulator.progress',
      JSON.stringify({ tried: { 'networks.ghost': { happened: { 'How many?': '1' } } } }),
    ),
  )
  await page.reload()
  await page.getByRole('link', { name: 'Continue with chapter 2: What idempotency is' }).click()
  await expect(page.getByTestId('chapter')).toHaveAttribute('data-chapter', 'idempotency')
})
