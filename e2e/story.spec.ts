import { expect, test } from './test.ts'

// With the default seed 202 the first answer of payment 1 is lost, and the second arrives.
test('seed 202: charged twice, then the same bad luck costs one charge with keys @firefox', async ({
  simulator,
}) => {
  await simulator.open({ speed: 8 })
  await expect(simulator.verdict).toContainText('Press Pay')
  await expect(simulator.balance).toHaveText('$1,000.00')

  await simulator.pay()
  await simulator.waitUntilIdle()
  await expect(simulator.eventRow('The answer is lost.')).toHaveCount(1)
  await expect(simulator.belief).toContainText('Don’t know')
  await expect(simulator.balance).toHaveText('$900.00')

  await simulator.payAgain()
  await simulator.waitUntilIdle()
  await expect(simulator.belief).toContainText('Paid')
  await expect(simulator.balance).toHaveText('$800.00')
  await expect(simulator.expectedBalance).toHaveText('$900.00')
  await expect(simulator.verdict).toContainText('Charged twice, meant once')
  await expect(simulator.verdict).toHaveAttribute('data-charges', '2')
  await expect(simulator.verdict).toHaveAttribute('data-payments', '1')
  await expect(simulator.verdict).toHaveAttribute('data-double-charged', 'true')

  await simulator.rerunKeysOn.click()
  await simulator.waitUntilIdle()
  await expect(simulator.keysSwitch).toBeChecked()
  await expect(simulator.eventRow('The answer is lost.')).toHaveCount(1)
  await expect(simulator.verdict).toContainText('Charged once, in 2 attempts')
  await expect(simulator.verdict).toHaveAttribute('data-charges', '1')
  await expect(simulator.verdict).toHaveAttribute('data-double-charged', 'false')
  await expect(simulator.balance).toHaveText('$900.00')
  const green = await simulator.verdict.getByRole('heading').evaluate(heading => {
    const [red = 0, green = 0] = getComputedStyle(heading).color.match(/\d+/g)?.map(Number) ?? []
    return green > red
  })
  expect(green, 'the verdict is green').toBe(true)

  await simulator.rerunKeysOff.click()
  await simulator.waitUntilIdle()
  await expect(simulator.keysSwitch).not.toBeChecked()
  await expect(simulator.verdict).toContainText('Charged twice, meant once')
  await expect(simulator.balance).toHaveText('$800.00')
})

test.describe('on a phone, 375×667, by touch', () => {
  test.use({ viewport: { width: 375, height: 667 }, hasTouch: true, isMobile: true })

  test('seed 202: a double charge takes two taps, its prevention one more', async ({ simulator, page }) => {
    await simulator.open({ speed: 8 })
    await page.evaluate(() => {
      let taps = 0
      document.addEventListener('click', () => document.body.setAttribute('data-taps', String(++taps)))
    })

    await simulator.payButton.tap()
    await simulator.waitUntilIdle()
    await simulator.payButton.tap()
    await simulator.waitUntilIdle()
    await expect(simulator.verdict).toHaveAttribute('data-double-charged', 'true')
    await expect(simulator.balance).toHaveText('$800.00')
    await expect(page.locator('body')).toHaveAttribute('data-taps', '2')

    // It is in the first view: no scrolling is needed to find it.
    await expect(simulator.rerunKeysOn).toBeInViewport({ ratio: 1 })
    await simulator.rerunKeysOn.tap()
    await simulator.waitUntilIdle()
    await expect(simulator.verdict).toContainText('Charged once, in 2 attempts')
    await expect(simulator.balance).toHaveText('$900.00')
    await expect(page.locator('body')).toHaveAttribute('data-taps', '3')
    expect(await page.evaluate(() => window.scrollY)).toBe(0)
  })

  test('seed 202: by hand, with the keys switch, prevention takes three taps more @full', async ({
    simulator,
  }) => {
    await simulator.open({ speed: 8 })
    await simulator.payButton.tap()
    await simulator.waitUntilIdle()
    await simulator.payButton.tap()
    await simulator.waitUntilIdle()
    await simulator.newPaymentButton.tap()
    await simulator.keysSwitch.tap()
    await simulator.payButton.tap()
    await simulator.waitUntilIdle()
    const { payments } = await simulator.state()
    expect(payments.map(({ charges }) => charges)).toEqual([2, 1])
  })
})
