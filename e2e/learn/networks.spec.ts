import { Simulator } from '../simulator.ts'
import { expect, test } from '../test.ts'
import { predictNothing } from './networks.scenes.ts'
import { openChapter } from './scenes.ts'

test('chapter 1, seed 202: a lost request and a lost answer look the same, and only the ledger tells', async ({
  simulator,
}) => {
  await openChapter(simulator, 'networks')
  const { place } = simulator
  const prediction = place.getByRole('region', { name: /^Prediction/ })
  await predictNothing(simulator, 'Request lost')
  // What was seen is said, too, and then compared.
  await expect(prediction.getByRole('button', { name: 'Compare' })).toHaveAttribute('aria-disabled', 'true')
  await prediction.getByRole('radio', { name: '0' }).check()
  await prediction.getByRole('radio', { name: 'Nothing' }).check()
  await prediction.getByRole('button', { name: 'Compare' }).click()
  await expect(prediction.getByRole('row', { name: /^How many times were you charged\?/ })).toContainText(
    '0 (right)',
  )
  await expect(prediction).toContainText('The request is lost.')
  await predictNothing(simulator, 'Answer lost')
  await prediction.getByRole('button', { name: 'Skip', exact: true }).click()
  await expect(prediction.getByRole('row', { name: /^How many times were you charged\?/ })).toContainText(
    '0 (wrong)',
  )
  await prediction.getByRole('button', { name: 'Show the moment' }).click()
  await expect(simulator.packet('p1.a1.response')).toHaveAttribute('data-fate', 'lost')
  await expect(place.getByText(/^Your phone saw the same of both/)).toBeVisible()

  // And to press again, as anybody would, charges again.
  await simulator.call('runToEnd')
  await simulator.payAgain()
  await simulator.call('runToEnd')
  await expect(simulator.balance).toHaveText('$800.00')
})

test('chapter 1: the round of guessing goes by keyboard, and the ledger decides it', async ({
  simulator,
  page,
}) => {
  await openChapter(simulator, 'networks')
  const charged = page.getByRole('button', { name: 'I was charged' })
  await charged.focus()
  for (let card = 1; card <= 6; card += 1) {
    await page.keyboard.press('Enter')
    await expect(page.getByText(/^You said “charged”/)).toHaveCount(card)
  }
  await expect(simulator.status).toHaveText(
    /^Payment 6\. (Right|Wrong): the (request|answer) was lost, and you were/,
  )
  const told = await page.getByText(/^You said/).allTextContents()
  const right = told.filter(text => text.includes('Right: the answer was lost')).length
  expect(told.filter(text => text.includes('Wrong: the request was lost'))).toHaveLength(6 - right)
  await expect(page.getByText(`${right} of 6 right.`)).toBeVisible()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^You said/)).toHaveCount(0)
})

test('chapter 1 goes on without a prediction, and its runs open in the simulator', async ({
  simulator,
  page,
}) => {
  await openChapter(simulator, 'networks')
  await expect(page.getByRole('link', { name: /^see the run: ghost/ })).toHaveCount(0)
  await page.getByRole('button', { name: 'Skip the prediction' }).click()
  await simulator.call('runToEnd')
  await expect(page.getByRole('row', { name: /^What did your phone know\?/ })).toContainText('Paid')
  // A run opens in a tab of its own, so that the lab stays as it is.
  const [tab] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('link', { name: 'see the run: ghost (a new tab)' }).click(),
  ])
  const there = new Simulator(tab)
  await there.ready()
  await there.call('runToEnd')
  await expect(there.belief).toHaveText(/Don’t know/)
  await expect(there.balance).toHaveText('$900.00')
  await tab.close()
  await expect(page.getByRole('row', { name: /^What did your phone know\?/ })).toContainText('Paid')
})

test('chapter 1 in a frame is its lab alone @full', async ({ simulator, page }) => {
  await openChapter(simulator, 'networks', { embed: 1 })
  await expect(page.getByRole('heading', { name: 'What to notice' })).toHaveCount(0)
  await expect(page.getByRole('region', { name: /^Prediction/ })).toBeVisible()
  await expect(simulator.stage).toBeVisible()
})
