import type { Page } from 'playwright/test'
import { violations } from '../axe.ts'
import type { Simulator } from '../simulator.ts'
import { expect, test } from '../test.ts'
import { opened } from './opened.ts'
import { openChapter } from './scenes.ts'
import { answer } from './summary.scenes.ts'

const PAGES = { teachers: 'For teachers', lesson: 'A 20-minute lesson', report: 'What I predicted and saw' }
type PageId = keyof typeof PAGES
const IDS = Object.keys(PAGES) as PageId[]

async function openPage(
  simulator: Simulator,
  id: PageId,
  params: Record<string, string> = {},
): Promise<void> {
  await simulator.open({ seed: 202, clock: 'manual', motion: 'reduce', ...params }, `#/learn/${id}`)
  await expect(simulator.place.getByRole('heading', { name: PAGES[id], level: 2 })).toBeVisible()
}

/** How far the page reaches beyond its width. */
const beyond = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** An experiment, a challenge and an answer, as the page would have kept them. */
const KEPT = {
  tried: {
    'networks.blind-retry': {
      title: 'Press again',
      predicted: { 'How many times were you charged?': '1' },
      sure: 'certain',
      seen: { 'How many times were you charged?': '2' },
      happened: { 'How many times were you charged?': '2' },
    },
  },
  challenges: { 'one-charge': './?seed=7#/' },
  quiz: { 'new-uuid': { answer: 'one', sure: 'rather' } },
}

async function keep(page: Page, kept: unknown): Promise<void> {
  await page.evaluate(
    text => window.localStorage.setItem('double-charge-simulator.progress', text),
    JSON.stringify(kept),
  )
  await page.reload()
}

test('the list leads to the pages beside the chapters, and each has its title', async ({
  simulator,
  page,
}) => {
  await openChapter(simulator, '')
  for (const id of IDS) {
    await page.getByRole('link', { name: PAGES[id], exact: true }).click()
    await expect(page.getByTestId('page')).toHaveAttribute('data-page', id)
    await expect(page).toHaveTitle(`${PAGES[id]} · Double Charge Simulator`)
    await page.getByRole('link', { name: 'All chapters' }).click()
  }
})

test('the teachers’ page has the notes of every chapter, and leads to them by keyboard @full', async ({
  simulator,
  page,
}) => {
  await openPage(simulator, 'teachers')
  const notes = page.locator('section[data-chapter]')
  await expect(notes).toHaveCount(9)
  await expect(notes.getByRole('alert')).toHaveCount(0)
  await page.getByRole('button', { name: 'Notes on chapter 8' }).press('Enter')
  await expect(page.getByRole('region', { name: 'Chapter 8' })).toBeFocused()
  await expect(page.getByRole('region', { name: 'Beliefs' }).getByRole('listitem')).toHaveCount(18)
})

test('the links of the lesson open runs that stand at their beginning and end as it says @full', async ({
  simulator,
  page,
}) => {
  await openPage(simulator, 'lesson')
  const ends = [1, 1, 2, 1, 2]
  for (const [index, charges] of ends.entries()) {
    const { there, tab } = await opened(page.getByRole('link', { name: `See the run of step ${index + 1}` }))
    await expect(there.verdict).toHaveAttribute('data-charges', '0')
    await there.call('runToEnd')
    await expect(there.verdict).toHaveAttribute('data-charges', String(charges))
    await tab.close()
  }
  await page.getByRole('link', { name: 'Open the quiz' }).click()
  await expect(page.getByTestId('quiz')).toBeVisible()
})

test('the printed address of a run opens it elsewhere, standing at its beginning @full', async ({
  simulator,
  page,
}) => {
  await openPage(simulator, 'lesson')
  const address = await page.locator('[data-phase="explain"]').getByText(/^http/).textContent()
  await page.goto('about:blank')
  await page.goto(address ?? '')
  await simulator.ready()
  expect((await simulator.state()).timeMs).toBe(0)
  await simulator.call('runToEnd')
  await expect(simulator.balance).toHaveAttribute('data-minor', '80000')
})

test('step 2 of the lesson: pressed again after the timeout, the bank charges a second time @full', async ({
  simulator,
  page,
}) => {
  await openPage(simulator, 'lesson')
  const { there, tab } = await opened(page.getByRole('link', { name: 'See the run of step 2' }))
  await there.call('runToEnd')
  await there.payAgain()
  await there.call('runToEnd')
  await expect(there.balance).toHaveAttribute('data-minor', '80000')
  await tab.close()
})

test('the report tells in words what was predicted, seen and met, and forgets it when asked twice', async ({
  simulator,
  page,
}) => {
  await openPage(simulator, 'report')
  await expect(page.getByText('Nothing yet.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Forget all' })).toHaveCount(0)
  await keep(page, KEPT)
  const predictions = page.getByRole('region', { name: 'Predictions' })
  await expect(predictions).toContainText('Press again · chapter 1 · certain')
  await expect(predictions.getByRole('row').nth(2)).toHaveText(
    /How many times were you charged\?.*1 \(wrong\).*2 \(right\).*2/,
  )
  await expect(page.getByRole('link', { name: 'One charge' })).toHaveAttribute('href', /\?seed=7#\/$/)
  await expect(page.getByRole('region', { name: 'Quiz' })).toContainText('Once: the bank knows keys (wrong)')

  await page.getByLabel('Name').fill('Ada')
  expect(await page.evaluate(() => JSON.stringify(window.localStorage))).not.toContain('Ada')
  await page.getByRole('button', { name: 'Forget all' }).click()
  await page.getByRole('button', { name: 'Keep it' }).click()
  await expect(predictions).toBeVisible()
  await page.getByRole('button', { name: 'Forget all' }).click()
  await page.getByRole('button', { name: 'Yes, forget it' }).click()
  await expect(page.getByText('Nothing yet.')).toBeVisible()
  await page.reload()
  await expect(page.getByText('Nothing yet.')).toBeVisible()
})

test('an answer to the quiz stands in the report, with how sure one was @full', async ({
  simulator,
  page,
}) => {
  await openChapter(simulator, 'summary')
  await answer(simulator, /^It failed/, 'Certain')
  await page.goto(`${page.url().split('#')[0]}#/learn/report`)
  const quiz = page.getByRole('region', { name: 'Quiz' })
  await expect(quiz).toContainText('0 of 1 right the first time; 18 questions in all.')
  await expect(quiz.getByRole('row').nth(1)).toContainText('Certain')
})

test('what storage holds of an older page, or of somebody’s making, breaks nothing and runs nothing', async ({
  simulator,
  page,
}) => {
  await openPage(simulator, 'report')
  for (const kept of [
    7,
    { tried: { x: null }, challenges: { a: 3 }, quiz: { 'new-uuid': 'two' } },
    { tried: [], challenges: null, quiz: { 'new-uuid': { answer: '<b>', sure: 9 } } },
  ]) {
    await keep(page, kept)
    await expect(page.getByRole('heading', { name: PAGES.report })).toBeVisible()
    await expect(page.getByRole('alert')).toHaveCount(0)
  }
  await keep(page, {
    ...KEPT,
    challenges: { bad: 'javascript:alert(1)', away: 'https://elsewhere.example/', good: './?seed=7#/' },
  })
  const met = page.getByRole('region', { name: 'Challenges met' })
  await expect(met.getByRole('listitem')).toHaveCount(3)
  await expect(met.getByRole('link')).toHaveCount(1)
})

for (const [paper, width] of [
  // What 15 mm of margin leave of A4 and of Letter, at 96 px an inch.
  ['A4', 680],
  ['Letter', 702],
] as const)
  for (const id of IDS)
    test(`${id} fits ${paper}, black on white, without header and buttons, whatever the theme${paper === 'A4' ? '' : ' @full'}`, async ({
      simulator,
      page,
    }) => {
      await page.setViewportSize({ width, height: 1000 })
      await openPage(simulator, id, { theme: 'dark' })
      if (id === 'report') await keep(page, KEPT)
      await expect(page.getByRole('banner')).toHaveCount(1)
      await page.emulateMedia({ media: 'print' })
      await expect(page.getByRole('heading', { name: PAGES[id], level: 2 })).toBeVisible()
      await expect(page.getByRole('banner')).toHaveCount(0)
      await expect(page.getByRole('navigation')).toHaveCount(0)
      await expect(page.getByRole('button')).toHaveCount(0)
      expect(await beyond(page)).toBeLessThanOrEqual(0)
      const printed = await page.evaluate(() => {
        const of = (element: Element) => getComputedStyle(element)
        const article = document.querySelector('article') as HTMLElement
        const texts = [...article.querySelectorAll('p, h2, h3, td, th, dd, dt, li')]
        return {
          inks: [...new Set(texts.map(element => of(element).color))],
          paper: of(document.body).backgroundColor,
        }
      })
      expect(printed).toEqual({ inks: ['rgb(0, 0, 0)'], paper: 'rgb(255, 255, 255)' })
      if (id === 'lesson') {
        await expect(page.getByText(/^http:\S+start=paused\S*#\/$/)).toHaveCount(5)
        await expect(page.getByRole('img', { name: /^QR code of step/ })).toHaveCount(6)
      }
      if (id === 'report') await expect(page.getByText(/^ http:\S+\?seed=7#\/$/)).toBeVisible()
    })

for (const theme of ['light', 'dark'])
  for (const width of [1280, 375])
    test(`axe-core finds nothing on the pages beside the chapters, ${theme}, ${width} px @full`, async ({
      simulator,
      page,
    }) => {
      test.slow()
      await page.setViewportSize({ width, height: 800 })
      for (const id of IDS) {
        await openPage(simulator, id, { theme })
        if (id === 'report') await keep(page, KEPT)
        await expect(page.getByRole('heading', { name: PAGES[id], level: 2 })).toBeVisible()
        expect(await violations(page), id).toEqual([])
      }
    })

test('at 320 px nothing of the pages beside the chapters is cut off @full', async ({ simulator, page }) => {
  await page.setViewportSize({ width: 320, height: 700 })
  for (const id of IDS) {
    await openPage(simulator, id)
    if (id === 'report') await keep(page, KEPT)
    await expect(page.getByRole('heading', { name: PAGES[id], level: 2 })).toBeVisible()
    expect(await beyond(page), id).toBeLessThanOrEqual(0)
  }
})
