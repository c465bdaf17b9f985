import type { Simulator } from './simulator.ts'
import { expect, test } from './test.ts'

const PAY = { type: 'pay' } as const
const STORY = {
  inputs: [
    { at: 0, ...PAY },
    { at: 3000, ...PAY },
  ],
}

async function openTwin(simulator: Simulator, params: Record<string, string | number> = {}) {
  await simulator.open({ seed: 202, clock: 'manual', motion: 'reduce', ...params }, '#/twin')
  const { twinFirst: first, twinSecond: second, parting } = simulator
  await expect(second.balance).toHaveText('$1,000.00')
  return { first, second, parting }
}

test('seed 202: one press, two outcomes: the same bad luck, keys off and on @firefox', async ({
  simulator,
}) => {
  const { first, second, parting } = await openTwin(simulator)
  await expect(first.root).toHaveAccessibleName('Key policy: off')
  await expect(second.root).toHaveAccessibleName('Key policy: one key per payment')
  await simulator.pay()
  await simulator.call('advance', 1500)
  await expect(first.packet('p1.a1.response')).toHaveAttribute('data-fate', 'lost')
  await simulator.call('advance', 1200)
  await expect(second.packet('p1.a1.response')).toHaveAttribute('data-fate', 'lost')
  await expect(parting).toHaveCount(0)
  await expect(simulator.place.getByText(/^So far the same happens to you\./)).toBeVisible()
  await expect(simulator.place.getByText('they part', { exact: true })).toHaveCount(0)
  await simulator.payAgain()
  await simulator.call('runToEnd')
  await expect(first.verdict).toHaveAttribute('data-charges', '2')
  await expect(second.verdict).toHaveAttribute('data-charges', '1')
  await expect(first.balance).toHaveText('$800.00')
  await expect(second.balance).toHaveText('$900.00')
  await expect(parting).toContainText('The bank charges $100 a second time.')
  await expect(parting).toContainText('The bank replays its saved answer: 201 Created.')
})

test('one playhead moves both sides, and one chart shows both balances', async ({ simulator, page }) => {
  const { first, second, parting } = await openTwin(simulator)
  await simulator.call('load', STORY)
  await simulator.call('runToEnd')
  const at = Number(await parting.getAttribute('data-time-ms'))
  await parting.getByRole('button', { name: 'Show the moment' }).click()
  await expect(simulator.root).toHaveAttribute('data-time-ms', String(at))
  await simulator.scrubTo(2000)
  await expect(first.balance).toHaveText('$900.00')
  await expect(second.balance).toHaveText('$900.00')
  await simulator.latest.click()
  await expect(second.balance).toHaveText('$900.00')
  await expect(first.balance).toHaveText('$800.00')
  const chart = page.getByRole('img', { name: /^Both balances over time/ })
  await expect(chart).toHaveAccessibleName(/off: 2 changes, \$800\.00.*per payment: 1 change, \$900\.00/)
  await expect(chart.getByText('they part')).toBeVisible()
  await page.getByRole('button', { name: 'As a table' }).click()
  await expect(page.getByRole('row').last()).toContainText('$800.00$900.00')
})

test('any setting can be the one that differs, on either side, and the address keeps it', async ({
  simulator,
  page,
}) => {
  const { first, second } = await openTwin(simulator)
  await simulator.call('load', STORY)
  await page.getByRole('combobox', { name: 'What differs' }).selectOption({ label: 'Timeout' })
  await expect(page).toHaveURL(/twin=timeout%3A10000/)
  await expect(second.root).toHaveAccessibleName('Timeout: 10 s')
  await simulator.call('runToEnd')
  // A longer timeout cures nothing where the same presses come.
  await expect(first.verdict).toHaveAttribute('data-charges', '2')
  await expect(second.verdict).toHaveAttribute('data-charges', '2')
  await page.getByRole('combobox', { name: 'What differs' }).selectOption({ label: 'Server strategy' })
  await first.root.getByRole('combobox', { name: 'Server strategy' }).selectOption({ index: 2 })
  await expect.poll(async () => (await simulator.state()).settings.server).toBe('check-then-act')
})

test('a link opens the same twin at the same moment @firefox-full', async ({ simulator, page }) => {
  await openTwin(simulator, { twin: 'server:unique-409,keys:per-payment' })
  await simulator.call('load', STORY)
  await simulator.call('seek', 3500)
  const link = await simulator.call('permalink')
  expect(link).toMatch(/#\/twin$/)
  await page.goto('about:blank')
  await page.goto(link)
  await simulator.ready()
  await expect(simulator.root).toHaveAttribute('data-time-ms', '3500')
  await expect(page.getByTestId('twin-second')).toHaveAccessibleName(
    'Key policy: one key per payment · Server strategy: unique-409',
  )
})

test('what the address cannot change is said, and the keys differ instead @full', async ({
  simulator,
  page,
}) => {
  await openTwin(simulator, { twin: 'colour:red' })
  await expect(simulator.notice(/twin=colour:red, but there is no such setting/)).toBeVisible()
  await expect(page.getByTestId('twin-second')).toHaveAccessibleName('Key policy: one key per payment')
})

test('back in the main room the run goes on alone @full', async ({ simulator, page }) => {
  await openTwin(simulator)
  await simulator.call('load', STORY)
  await page.getByRole('link', { name: 'Simulator' }).click()
  await simulator.call('runToEnd')
  await expect(simulator.verdict).toContainText('Charged twice')
  await page.goBack()
  await expect(page.getByTestId('twin-first').getByTestId('balance')).toHaveText('$800.00')
})

test('at 1280, 768, 375 and 320 px nothing of the twin has to be scrolled sideways @full', async ({
  simulator,
  page,
}) => {
  const { first, second } = await openTwin(simulator)
  await simulator.call('load', STORY)
  await simulator.call('runToEnd')
  for (const width of [1280, 768, 375, 320]) {
    await page.setViewportSize({ width, height: 800 })
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth))
      .toBeLessThanOrEqual(0)
    // Measured at one moment: a chart that comes in between would move the second side only.
    const sides = await Promise.all([first, second].map(side => side.root.elementHandle()))
    const isSideBySide = () =>
      page.evaluate(
        ([a, b]) => a && b && a.getBoundingClientRect().bottom > b.getBoundingClientRect().top,
        sides,
      )
    await expect.poll(isSideBySide).toBe(width > 1000)
    // Pay is in the first view: beside the playback, or in the bar.
    await expect(simulator.payButton).toBeInViewport({ ratio: 1 })
  }
})

test('what is hidden in the main room is hidden in the twin, too @full', async ({ simulator, page }) => {
  await openTwin(simulator, { hide: 'playback,timeline,balance,verdict' })
  await expect(simulator.playButton).toHaveCount(0)
  await expect(simulator.timeline).toHaveCount(0)
  await expect(page.getByTestId('verdict')).toHaveCount(0)
  await expect(simulator.balancePanel).toHaveCount(0)
  await expect(page.getByTestId('belief')).toHaveCount(2)
})
