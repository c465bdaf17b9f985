import { violations } from '../axe.ts'
import { expect, test } from '../test.ts'
import { openChapter } from './scenes.ts'

test('the list of chapters leads to each, and each to the next; a page begins at its top', async ({
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

test('axe-core finds nothing in the list of chapters', async ({ simulator, page }) => {
  await openChapter(simulator, '')
  expect(await violations(page)).toEqual([])
})
