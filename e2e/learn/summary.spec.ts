import type { Page } from 'playwright/test'
import { expect, test } from '../test.ts'
import { opened } from './opened.ts'
import { openChapter } from './scenes.ts'
import { answer } from './summary.scenes.ts'

const quizOf = (page: Page) => page.getByTestId('quiz')
const feedbackOf = (page: Page) => quizOf(page).getByRole('group', { name: /^(Right|Wrong)/ })

test('a wrong answer is explained by the event that decided it, and by a run one opens and comes back from, seed 202', async ({
  simulator,
  page,
}) => {
  await openChapter(simulator, 'summary')
  await answer(simulator, /^It failed/, 'Certain')
  const feedback = feedbackOf(page)
  await expect(feedback).toBeFocused()
  await expect(feedback).toContainText('Wrong.')
  await expect(feedback).toContainText('A late answer to attempt 1 arrives after all: 201 Created.')
  await expect(quizOf(page)).toContainText('your answer')
  await expect(quizOf(page)).toContainText('what the run shows')

  const { there, tab } = await opened(feedback.getByRole('link', { name: 'See the run' }))
  await expect(there.verdict).toHaveAttribute('data-charges', '0')
  await there.call('runToEnd')
  await expect(there.verdict).toHaveAttribute('data-charges', '1')
  expect((await there.trace()).some(({ data }) => data?.late === true)).toBe(true)
  await tab.close()
  await expect(quizOf(page)).toHaveAttribute('data-at', '0')
  await expect(feedbackOf(page)).toContainText('Wrong.')
})

test('the result sets sureness against being right, names what to look at again, and lets one begin anew @full', async ({
  simulator,
  page,
}) => {
  await openChapter(simulator, 'summary')
  const quiz = quizOf(page)
  await answer(simulator, /^It failed/, 'Certain')
  await quiz.getByRole('button', { name: 'Next question' }).click()
  await answer(simulator, /^By nothing/, 'A guess')
  await page.getByRole('button', { name: 'Result' }).click()
  await expect(quiz.getByRole('heading', { name: '1 of 2 right' })).toBeVisible()
  await expect(quiz).toContainText('16 of 18 are still open.')
  await expect(quiz).toContainText('You were certain of one answer, and it was wrong')
  const again = quiz.getByRole('region', { name: 'To look at again' })
  await expect(again.getByRole('listitem')).toHaveCount(1)
  await expect(again).toContainText('A timeout means that it failed.')
  await expect(again.getByRole('link')).toHaveAttribute('href', '#/learn/networks')

  // The first answers stay; a reload goes on at the first open question.
  await page.reload()
  await expect(quiz).toHaveAttribute('data-at', '2')
  await page.getByRole('button', { name: 'Result' }).click()
  await quiz.getByRole('button', { name: 'Take it again' }).click()
  await expect(quiz).toHaveAttribute('data-at', '0')
  await answer(simulator, /still on its way/)
  await page.getByRole('button', { name: 'Result' }).click()
  await expect(quiz.getByRole('heading', { name: '1 of 1 right' })).toBeVisible()
  await expect(quiz).toContainText('The first time, 1 of 2 were right.')
})

test('the quiz is done by keyboard alone, and says in words what is missing', async ({ simulator, page }) => {
  await openChapter(simulator, 'summary')
  const quiz = quizOf(page)
  await quiz.getByRole('button', { name: 'Check' }).press('Enter')
  await expect(quiz.getByRole('status')).toHaveText('Choose an answer first, or skip the question.')
  await quiz.getByRole('radio', { name: /^It failed/ }).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(quiz.getByRole('radio', { name: /still on its way/ })).toBeChecked()
  await expect(quiz.getByRole('status')).toHaveText('')
  await page.keyboard.press('Enter')
  await expect(feedbackOf(page)).toBeFocused()
  await expect(feedbackOf(page)).toContainText('Right.')
  await page.keyboard.press('Tab')
  await expect(quiz.getByRole('link', { name: 'See the run' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(quiz).toHaveAttribute('data-at', '1')
  await expect(quiz).toBeFocused()
})

test('embedded alone the quiz stands by itself @full', async ({ simulator, page }) => {
  await openChapter(simulator, 'summary', { embed: 1 })
  await expect(page.getByRole('heading', { name: 'Summary and quiz' })).toHaveCount(0)
  await expect(page.getByRole('navigation', { name: 'Chapters' })).toHaveCount(0)
  await answer(simulator, /still on its way/)
  await expect(feedbackOf(page)).toContainText('Right.')
})

test('where storage is forbidden the quiz and its report last as long as the page @full', async ({
  simulator,
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('forbidden', 'SecurityError')
      },
    })
  })
  await openChapter(simulator, 'summary')
  await answer(simulator, /^It failed/, 'Certain')
  await expect(feedbackOf(page)).toContainText('Wrong.')
  await page.getByRole('link', { name: 'what I predicted and saw' }).click()
  await expect(page.getByRole('region', { name: 'Quiz' })).toContainText('It failed: nothing is charged')
})

test('all eighteen questions, each with its event or its lab, lead to a result @full', async ({
  simulator,
  page,
}) => {
  await openChapter(simulator, 'summary')
  const quiz = quizOf(page)
  for (let at = 0; at < 18; at += 1) {
    await expect(quiz).toHaveAttribute('data-at', String(at))
    await quiz.locator('fieldset').getByRole('radio').first().check()
    await quiz.getByRole('button', { name: 'Check' }).click()
    await expect(feedbackOf(page)).toContainText(at < 17 ? 'What decided it, at' : 'knows no DELETE')
    await quiz.getByRole('button', { name: at < 17 ? 'Next question' : 'See the result' }).click()
  }
  await expect(quiz.getByRole('heading', { name: /^\d+ of 18 right$/ })).toBeVisible()
})
