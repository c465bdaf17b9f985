import { expect, test } from './test.ts'

const STORY = {
  inputs: [
    { at: 0, type: 'pay' as const },
    { at: 3000, type: 'pay' as const },
  ],
}

test('one panel at a time looks closer, by keyboard too, and the address keeps which', async ({
  simulator,
  page,
}) => {
  await simulator.open({ seed: 202, clock: 'manual' })
  await simulator.call('load', STORY)
  await simulator.call('runToEnd')
  const look = (name: string) =>
    page.getByRole('region', { name: 'Look closer' }).getByRole('button', { name, exact: true })
  await look('Space-time diagram').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Space-time diagram' })).toBeVisible()
  await expect(look('Space-time diagram')).toBeFocused()
  await look('Exports').focus()
  await page.keyboard.press('Space')
  await expect(page.getByRole('heading', { name: 'Exports' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Space-time diagram' })).toHaveCount(0)
  await expect(look('Space-time diagram')).toHaveAttribute('aria-expanded', 'false')
  await expect(page).toHaveURL(/open=exports/)
  await page.reload()
  await simulator.ready()
  await expect(look('Exports')).toHaveAttribute('aria-expanded', 'true')
  await look('Exports').click()
  await expect(page).not.toHaveURL(/open=/)
})

for (const width of [1280, 375])
  test(`at ${width} px the verdict of a double charge leads to its explanation, and that to the twin${width === 375 ? ' @full' : ''}`, async ({
    simulator,
    page,
  }) => {
    await page.setViewportSize({ width, height: 700 })
    await simulator.open({ seed: 202, clock: 'manual', motion: 'reduce' })
    await simulator.call('load', STORY)
    await simulator.call('runToEnd')
    await simulator.verdict.getByRole('button', { name: 'Explain' }).click()
    // The panel has the focus and stands at the top: the next Tab goes on in it.
    const explain = page.getByRole('region', { name: 'Explain a double charge' })
    await expect(explain).toBeInViewport()
    await expect.poll(async () => Math.abs((await explain.boundingBox())?.y ?? 999)).toBeLessThan(200)
    await page.keyboard.press('Tab')
    await expect(explain.locator(':focus')).toHaveCount(1)
    await page.getByRole('link', { name: /^See it side by side: Key policy: one key per payment$/ }).click()
    await expect(simulator.root).toHaveAttribute('data-route', 'twin')
    await expect(simulator.root).toHaveAttribute('data-time-ms', '0')
    await simulator.call('runToEnd')
    await expect(page.getByTestId('twin-first').getByTestId('verdict')).toHaveAttribute('data-charges', '2')
    await expect(page.getByTestId('twin-second').getByTestId('verdict')).toHaveAttribute('data-charges', '1')
  })

test('the verdict leads nowhere where what looks closer is hidden @full', async ({ simulator }) => {
  await simulator.open({ seed: 202, clock: 'manual', hide: 'closer' })
  await simulator.call('load', STORY)
  await simulator.call('runToEnd')
  await expect(simulator.verdict).toContainText('Charged twice')
  await expect(simulator.verdict.getByRole('button', { name: 'Explain' })).toHaveCount(0)
})

test('on a phone the pages are in a menu: by keyboard, and closed by Escape or by going there', async ({
  simulator,
  page,
}) => {
  await page.setViewportSize({ width: 375, height: 667 })
  await simulator.open({ seed: 202, clock: 'manual' })
  const menu = page.getByRole('button', { name: 'Menu' })
  const pages = page.getByRole('navigation', { name: 'Pages' })
  await expect(pages).toHaveCount(0)
  await menu.focus()
  await page.keyboard.press('Enter')
  await expect(pages.getByRole('link', { name: 'Simulator' })).toHaveAttribute('aria-current', 'page')
  await page.keyboard.press('Tab')
  await expect(pages.getByRole('link', { name: 'Simulator' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(pages).toHaveCount(0)
  await expect(menu).toBeFocused()
  await menu.click()
  await pages.getByRole('link', { name: 'Twin' }).click()
  await expect(page).toHaveTitle('Twin · Double Charge Simulator')
  await expect(pages).toHaveCount(0)
  await expect(simulator.status).toHaveText('Twin · Double Charge Simulator')
})

test('a page one goes to begins at its top, and back leads to where one was', async ({ simulator, page }) => {
  await simulator.open({ seed: 202, clock: 'manual' })
  await page.evaluate(() => window.scrollTo(0, 400))
  await page.getByRole('link', { name: 'Scenarios' }).click()
  await expect(page.getByRole('heading', { name: 'Scenarios' })).toBeVisible()
  expect(await page.evaluate(() => window.scrollY)).toBe(0)
  await page.keyboard.press('Tab')
  // The focus goes on from the top of the page.
  await expect(page.getByRole('link', { name: 'Simulator' })).toBeFocused()
  await page.goBack()
  await expect(simulator.root).toHaveAttribute('data-route', 'room')
  await expect(simulator.payButton).toBeVisible()
})
