import type { Page } from 'playwright/test'
import type { Simulator } from './simulator.ts'
import { expect, test } from './test.ts'

/** Ten taps in the same place, long before any answer, then on at full speed. */
async function tapTenTimes(simulator: Simulator, page: Page) {
  const box = await simulator.payButton.boundingBox()
  if (!box) throw new Error('There is no Pay button to tap.')
  for (let tap = 0; tap < 10; tap += 1)
    await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2)
  await expect(simulator.packets).toHaveCount(10)
  await simulator.speed.selectOption({ label: '8×' })
  await simulator.waitUntilIdle()
}

test.describe('ten impatient taps, seed 202', () => {
  test.use({ hasTouch: true })

  test('cost one charge with keys on', async ({ simulator, page }) => {
    await simulator.open({ seed: 202, speed: 0.25 })
    await simulator.setKeys(true)
    await tapTenTimes(simulator, page)
    await expect(simulator.verdict).toContainText('Charged once')
    await expect(simulator.verdict).toHaveAttribute('data-charges', '1')
    await expect(simulator.balance).toHaveText('$900.00')
    const { payments } = await simulator.state()
    expect(payments).toMatchObject([{ attempts: 10, charges: 1, belief: 'paid' }])
  })

  test('cost ten charges with keys off', async ({ simulator, page }) => {
    await simulator.open({ seed: 202, speed: 0.25 })
    await tapTenTimes(simulator, page)
    await expect(simulator.verdict).toContainText('Charged 10 times, meant once')
    await expect(simulator.verdict).toHaveAttribute('data-charges', '10')
    await expect(simulator.balance).toHaveText('$0.00')
    await expect(simulator.expectedBalance).toHaveText('$900.00')
  })
})

test('seed 202: giving up while unknown and paying anew is charged again @full', async ({ simulator }) => {
  await simulator.open({ seed: 202, speed: 8 })
  await expect(simulator.newPaymentButton).toBeDisabled()
  await simulator.pay()
  await simulator.waitUntilIdle()
  await expect(simulator.belief).toHaveText(/Don’t know/)

  await simulator.newPayment()
  await expect(simulator.eventRow('You give up on payment 1 without knowing.')).toBeVisible()
  await expect(simulator.belief).toContainText('gave up')
  await expect(simulator.payButton).toHaveAccessibleName('Pay $100')

  await simulator.pay()
  await simulator.waitUntilIdle()
  await expect(simulator.balance).toHaveText('$800.00')
  const { payments } = await simulator.state()
  expect(payments).toMatchObject([
    { id: 'p1', belief: 'unknown', attempts: 1, charges: 1 },
    { id: 'p2', belief: 'unknown', attempts: 1, charges: 1 },
  ])
  // Each was meant, each was charged once: nothing is broken.
  await expect(simulator.verdict).toHaveAttribute('data-double-charged', 'false')
})

test('after "paid" the button is aria-disabled and buys nothing more', async ({ simulator }) => {
  await simulator.open({ seed: 202, drop: 0, speed: 8 })
  await expect(simulator.payButton).toHaveAccessibleName('Pay $100')
  await simulator.pay()
  await simulator.waitUntilIdle()
  await expect(simulator.stage.getByText('Paid', { exact: true }).first()).toBeVisible()
  await expect(simulator.payButton).toHaveAttribute('aria-disabled', 'true')
  await expect(simulator.payButton).toHaveAccessibleDescription(/paid/)
  const hash = await simulator.hash()
  for (let click = 0; click < 3; click += 1) await simulator.payButton.click({ force: true })
  await simulator.payButton.press('Enter')
  expect(await simulator.hash()).toBe(hash)
  await expect(simulator.balance).toHaveText('$900.00')

  await simulator.newPayment()
  await expect(simulator.payButton).not.toHaveAttribute('aria-disabled', 'true')
  await simulator.pay()
  await simulator.waitUntilIdle()
  await expect(simulator.balance).toHaveText('$800.00')
  await expect(simulator.verdict).toHaveAttribute('data-payments', '2')
  await expect(simulator.verdict).toHaveAttribute('data-double-charged', 'false')
})

test('the Pay button names the amount: amount=2550 is "Pay $25.50"', async ({ simulator }) => {
  await simulator.open({ seed: 202, amount: 2550, clock: 'manual' })
  await expect(simulator.payButton).toHaveAccessibleName('Pay $25.50')
  await simulator.pay()
  await expect(simulator.payButton).toHaveAccessibleName('Pay $25.50 again')
  await simulator.call('runToEnd')
  await expect(simulator.payButton).toHaveAccessibleName('Pay $25.50 again')
  await expect(simulator.balance).toHaveText('$974.50')
})

test('a declined card is not charged and wants a new payment', async ({ simulator }) => {
  await simulator.open({ seed: 202, card: 'declined', drop: 0, speed: 8 })
  await simulator.pay()
  await simulator.waitUntilIdle()
  await expect(simulator.belief).toContainText('Not paid')
  await expect(simulator.balance).toHaveText('$1,000.00')
  await expect(simulator.payButton).toHaveAttribute('aria-disabled', 'true')
})

test('the drop rate decides: at 0 % the first answer arrives, at 100 % none does @full', async ({
  simulator,
}) => {
  await simulator.open({ seed: 202, speed: 8 })
  await simulator.setDropRate(0)
  await simulator.pay()
  await simulator.waitUntilIdle()
  await expect(simulator.belief).toContainText('Paid')
  await simulator.newPayment()
  await simulator.setDropRate(100)
  await simulator.setRetry(true)
  await simulator.pay()
  // One-transaction would have kept it at one charge; without keys every attempt is charged.
  await simulator.waitUntilIdle(15_000)
  const { payments } = await simulator.state()
  expect(payments).toMatchObject([
    { attempts: 1, charges: 1, belief: 'paid' },
    { attempts: 5, charges: 5, belief: 'unknown' },
  ])
})
