import type { Locator } from 'playwright/test'
import { DEFAULT_SETTINGS, type Input } from '../src/sim/index.ts'
import type { Simulator } from './simulator.ts'
import { expect, test } from './test.ts'

const diagram = ({ place }: Simulator) => {
  const panel = place.getByRole('region', { name: 'Space-time diagram' })
  const list = panel.getByRole('list', { name: 'What happened, in order of time' })
  return {
    panel,
    list,
    rows: list.getByRole('listitem'),
    row: (text: string | RegExp) => list.getByRole('button', { name: text }),
    card: panel.getByRole('region', { name: 'The event in full' }),
    causes: panel.getByRole('list', { name: 'Because of' }).getByRole('button'),
    playhead: panel.getByTestId('diagram-playhead'),
  }
}

/** Seed 202: a press, its answer lost, a press again, a second charge. */
async function openDoubleCharge(simulator: Simulator) {
  await simulator.open({ seed: 202, clock: 'manual', open: 'diagram' })
  await simulator.call('load', {
    settings: { seed: 202 },
    inputs: [
      { at: 0, type: 'pay' },
      { at: 3000, type: 'pay' },
    ],
  })
  await simulator.call('runToEnd')
  const parts = diagram(simulator)
  await expect(parts.row(/second time/)).toBeVisible()
  return parts
}

const heightOf = async (part: Locator) => (await part.boundingBox())?.y ?? Number.NaN

test('seed 202: the diagram shows a message whole, and walks from a second charge back to the press @firefox-full', async ({
  simulator,
  page,
}) => {
  const { row, card, causes } = await openDoubleCharge(simulator)
  await row(/The answer is lost/).hover()
  await expect(card).toContainText('201 Created')
  await expect(card).toContainText('"status": "succeeded"')
  await expect(card).toContainText(/Lost \d+ ms after it was sent\. The network loses 50% of answers\./)
  await row('0.0 s You press Pay.').focus()
  await page.mouse.move(0, 0)
  await expect(card).toContainText('POST /v1/payments')
  await expect(card).toContainText('Content-Type: application/json')

  await row(/second time/).click()
  const heading = card.getByRole('heading')
  for (const told of [
    'Worker 1 starts on attempt 2.',
    'You press Pay again: attempt 2.',
    'No answer: timed out.',
    'The answer is lost.',
    'The bank answers 201 Created.',
    'The bank charges $100.',
    'Worker 1 starts on attempt 1.',
    'You press Pay.',
  ]) {
    await causes.last().click()
    await expect(heading).toHaveText(told)
    await expect(page.locator(':focus')).toHaveAccessibleName(
      new RegExp(`s ${told.replace(/[$.]/g, '\\$&')}$`),
    )
  }
  await expect(card).toContainText('here it begins')
})

test('seed 202: for who hears it, the diagram is an ordered list of sentences', async ({ simulator }) => {
  const { list } = await openDoubleCharge(simulator)
  await expect(list).toMatchAriaSnapshot(`
    - list "What happened, in order of time":
      - listitem:
        - 'button "0.0 s You press Pay."'
      - listitem:
        - 'button "0.6 s Worker 1 starts on attempt 1."'
      - listitem:
        - 'button "0.9 s The bank charges $100."'
      - listitem:
        - 'button "1.0 s The bank answers 201 Created."'
      - listitem:
        - 'button "1.4 s The answer is lost."'
      - listitem:
        - 'button "2.5 s No answer: timed out."'
      - listitem:
        - 'button "3.0 s You press Pay again: attempt 2."'
      - listitem:
        - 'button "3.6 s Worker 1 starts on attempt 2."'
      - listitem:
        - 'button "3.9 s The bank charges $100 a second time."'
      - listitem:
        - 'button "4.0 s The bank answers 201 Created."'
      - listitem:
        - 'button "4.6 s The answer to attempt 2 arrives: 201 Created."'
  `)
})

test('seed 202: the playhead is a line that moves with every step, and a row leads to its moment @full', async ({
  simulator,
  page,
}) => {
  const { row, rows, playhead } = await openDoubleCharge(simulator)
  const last = await heightOf(playhead)
  await simulator.stepBack.click()
  const before = await heightOf(playhead)
  expect(before).toBeLessThan(last)
  await simulator.stepForward.click()
  expect(await heightOf(playhead)).toBe(last)

  await row(/timed out/).focus()
  await page.keyboard.press('Enter')
  await expect(simulator.root).toHaveAttribute('data-time-ms', '2500')
  const current = rows.and(page.locator('[aria-current="step"]'))
  await expect(current).toContainText('No answer: timed out.')
  const box = await current.boundingBox()
  const line = await heightOf(playhead)
  expect(line).toBeGreaterThan(box?.y ?? Number.NaN)
  expect(line).toBeLessThan((box?.y ?? 0) + (box?.height ?? 0))
  await expect(row(/second time/)).toHaveAccessibleName(/\(later\)$/)
})

/** 200 payments, one every four seconds. */
const LONG = Array.from({ length: 200 }, (_, index): Input[] => [
  { at: index * 4000, type: 'pay' },
  { at: index * 4000 + 3900, type: 'newPayment' },
]).flat()

test('seed 9: of more than 1,000 events few rows are in the document, and all within reach', async ({
  simulator,
  page,
}) => {
  await simulator.open({ seed: 9, clock: 'manual', open: 'diagram' })
  await simulator.call('load', {
    settings: { ...DEFAULT_SETTINGS, seed: 9, keys: 'per-payment' },
    inputs: LONG,
  })
  await simulator.call('runToEnd')
  const { panel, rows, list, playhead } = diagram(simulator)
  expect((await simulator.trace()).length).toBeGreaterThan(1000)
  await expect(rows.last()).toBeVisible()
  const all = Number(await rows.first().getAttribute('aria-setsize'))
  expect(all).toBeGreaterThan(1000)
  expect(await rows.count()).toBeLessThan(120)
  await panel.scrollIntoViewIfNeeded()
  await expect(playhead).toBeInViewport()

  await list.getByRole('button').last().focus()
  const place = page.locator(':focus').locator('xpath=ancestor::li')
  await page.keyboard.press('Home')
  await expect(place).toHaveAttribute('aria-posinset', '1')
  await expect(place).toBeInViewport()
  expect(await rows.count()).toBeLessThan(120)
  await page.keyboard.press('End')
  await expect(place).toHaveAttribute('aria-posinset', String(all))
  await expect(place).toBeInViewport()
  expect(await rows.count()).toBeLessThan(120)
})

test('seed 9: the diagram follows the playhead, unless one has scrolled away, and keeps the focus @full', async ({
  simulator,
  page,
}) => {
  await simulator.open({ seed: 9, speed: 8, open: 'diagram' })
  await simulator.call('load', { settings: { seed: 9 }, inputs: LONG })
  const { panel, rows, row, playhead } = diagram(simulator)
  const played = (ms: number) => simulator.waitFor('attempt.sent', { payment: `p${ms / 4000 + 1}` })
  await played(4000)
  await panel.scrollIntoViewIfNeeded()
  const pageTop = await page.evaluate(() => scrollY)
  await played(24_000)
  await expect(playhead).toBeInViewport()
  expect(await page.evaluate(() => scrollY)).toBe(pageTop)

  await rows.last().getByRole('button').focus()
  await page.keyboard.press('Home')
  const first = row('0.0 s You press Pay.')
  await expect(first).toBeFocused()
  await played(40_000)
  await expect(first).toBeInViewport()
  await expect(playhead).not.toBeInViewport()

  // A jump is meant to be seen; who has the focus keeps it, also out of sight.
  await simulator.call('pause')
  await simulator.call('seek', 36_000)
  await expect(playhead).toBeInViewport()
  await expect(first).toBeFocused()
})
