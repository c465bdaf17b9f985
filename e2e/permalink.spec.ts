import { Simulator } from './simulator.ts'
import { expect, test } from './test.ts'

test('seed 7: a permalink opens the same moment of the same run', async ({ simulator, context }) => {
  await simulator.open({ seed: 7, drop: 0.4, latency: '200-900', clock: 'manual' })
  await simulator.call('pay')
  await simulator.call('advance', 150)
  await simulator.call('pay')
  await simulator.call('configure', { keys: 'per-payment', responseLoss: 1 })
  await simulator.call('advance', 2000)
  await simulator.call('newPayment')
  await simulator.call('pay', { amount: 2550 })
  await simulator.call('dropMessage', 'p2.a1.request')
  await simulator.call('advance', 77)

  const link = await simulator.call('permalink')
  const state = await simulator.state()
  const there = new Simulator(await context.newPage())
  await there.place.goto(link)
  await there.ready()
  expect(await there.state()).toEqual(state)
  expect(await there.hash()).toBe(await simulator.hash())
  await expect(there.balance).toHaveText((await simulator.balance.textContent()) ?? '')
  await expect(there.verdict).toHaveText((await simulator.verdict.textContent()) ?? '')

  await simulator.call('runToEnd')
  await there.call('runToEnd')
  expect(await there.hash()).toBe(await simulator.hash())
  expect(await there.state()).toEqual(await simulator.state())
})

test('seed 202: the link of a run in the middle opens there, paused', async ({ simulator, context }) => {
  await simulator.open({ seed: 202, speed: 0.25 })
  await simulator.pay()
  await simulator.pauseButton.click()
  await simulator.call('seek', 1200)
  const there = new Simulator(await context.newPage())
  await there.place.goto(await simulator.call('permalink'))
  await there.ready()
  await expect(there.root).toHaveAttribute('data-time-ms', '1200')
  await expect(there.root).toHaveAttribute('data-status', 'paused')
  await there.playButton.click()
  await there.speed.selectOption({ label: '8×' })
  await there.waitUntilIdle()
  await expect(there.balance).toHaveText('$900.00')
})

test('Copy link shows a link that can be copied, also where the clipboard is refused', async ({
  simulator,
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined })
    document.execCommand = () => false
  })
  await simulator.open({ seed: 202, clock: 'manual' })
  await simulator.call('pay')
  await page.getByRole('button', { name: 'Copy link' }).click()
  const link = page.getByRole('textbox', { name: 'Link to this moment' })
  await expect(link).toHaveValue(await simulator.call('permalink'))
  await link.focus()
  expect(await page.evaluate(() => getSelection()?.toString())).toContain('run=')
  await page.getByRole('button', { name: 'Close the link' }).click()
  await expect(link).toBeHidden()
})
