import type { Simulator } from './simulator.ts'
import { expect, test } from './test.ts'

async function doubleCharge(simulator: Simulator) {
  await simulator.open({ seed: 202, speed: 8 })
  await simulator.pay()
  await simulator.waitUntilIdle()
  await simulator.payAgain()
  await simulator.waitUntilIdle()
}

test('seed 202: scrubbing back shows the past and dims what comes later @full', async ({ simulator }) => {
  await doubleCharge(simulator)
  await simulator.scrubTo(1000)
  await expect(simulator.root).toHaveAttribute('data-time-ms', '1000')
  await expect(simulator.balance).toHaveText('$900.00')
  await expect(simulator.belief).toContainText('Waiting')
  await expect(simulator.verdict).toHaveAttribute('data-double-charged', 'false')
  await expect(simulator.timeline).toHaveAttribute('aria-valuetext', /^1\.0 s\. The bank charges \$100\.$/)
  await expect(simulator.eventRow('a second time')).toContainText('later')

  await simulator.latest.click()
  await expect(simulator.balance).toHaveText('$800.00')
  await expect(simulator.eventRow('a second time')).not.toContainText('later')
})

test('seed 202: a press in the past forks there, says so, and Undo brings the later back', async ({
  simulator,
  page,
}) => {
  await doubleCharge(simulator)
  const { endMs } = await simulator.state()
  const hash = await simulator.hash()

  await simulator.scrubTo(300)
  await expect(simulator.root).toHaveAttribute('data-time-ms', '300')
  await simulator.payAgain()
  const notice = simulator.notice('You changed the past')
  await expect(notice).toBeVisible()
  await simulator.waitUntilIdle()
  const forked = await simulator.state()
  expect(forked.payments).toMatchObject([{ attempts: 2 }])
  expect(await simulator.hash()).not.toBe(hash)

  await page.getByRole('button', { name: /^Undo the change/ }).click()
  await expect(notice).toBeHidden()
  await simulator.timeline.press('End')
  await expect(simulator.root).toHaveAttribute('data-time-ms', String(endMs))
  expect(await simulator.hash()).toBe(hash)
  await expect(simulator.balance).toHaveText('$800.00')
})

test('seed 202: Undo and Redo go back and forth, Reset starts over @full', async ({ simulator }) => {
  await simulator.open({ seed: 202, speed: 8 })
  for (const button of [simulator.undo, simulator.redo, simulator.reset]) await expect(button).toBeDisabled()
  await simulator.pay()
  await simulator.waitUntilIdle()
  const afterOne = await simulator.hash()
  await simulator.payAgain()
  await simulator.waitUntilIdle()
  const afterTwo = await simulator.hash()

  await simulator.undo.click()
  await expect(simulator.balance).toHaveText('$900.00')
  expect(await simulator.hash()).toBe(afterOne)
  await simulator.undo.click()
  await expect(simulator.balance).toHaveText('$1,000.00')
  await expect(simulator.undo).toBeDisabled()

  await simulator.redo.click()
  await simulator.redo.click()
  await expect(simulator.redo).toBeDisabled()
  expect(await simulator.hash()).toBe(afterTwo)

  await simulator.reset.click()
  await expect(simulator.balance).toHaveText('$1,000.00')
  expect(await simulator.trace()).toEqual([])
  await simulator.undo.click()
  expect(await simulator.hash()).toBe(afterTwo)
})

test('seed 202: Pause stands still, steps go from time to time, Play goes on @full', async ({
  simulator,
}) => {
  await simulator.open({ seed: 202, clock: 'auto', speed: 0.25 })
  await simulator.pay()
  await simulator.pauseButton.click()
  await expect(simulator.root).toHaveAttribute('data-status', 'paused')
  const times = [687, 987, 1087, 1432, 2500]
  for (const ms of times) {
    await simulator.stepForward.click()
    await expect(simulator.root).toHaveAttribute('data-time-ms', String(ms))
  }
  await expect(simulator.root).toHaveAttribute('data-status', 'idle')
  await expect(simulator.stepForward).toBeDisabled()
  for (const ms of [1432, 1087, 987, 687, 0]) {
    await simulator.stepBack.click()
    await expect(simulator.root).toHaveAttribute('data-time-ms', String(ms))
  }
  await expect(simulator.stepBack).toBeDisabled()
  await simulator.speed.selectOption({ label: '8×' })
  await simulator.playButton.click()
  await simulator.waitUntilIdle()
  await expect(simulator.root).toHaveAttribute('data-time-ms', '2500')
})

test('seed 202: "Show the moment" leads to the second charge @full', async ({ simulator, page }) => {
  await doubleCharge(simulator)
  await page.getByRole('button', { name: 'Show the moment' }).click()
  await expect(simulator.root).toHaveAttribute('data-time-ms', '3435')
  await expect(simulator.root).toHaveAttribute('data-status', 'paused')
  await expect(simulator.verdict).toHaveAttribute('data-double-charged', 'true')
})

test('seed 202: a row of the event list leads to its time @full', async ({ simulator }) => {
  await doubleCharge(simulator)
  await simulator
    .eventRow('The answer is lost.')
    .getByRole('button', { name: /^Go to 1\.4 s/ })
    .click()
  await expect(simulator.root).toHaveAttribute('data-time-ms', '1432')
  await expect(simulator.packet('p1.a1.response')).toHaveAttribute('data-fate', 'lost')
})

test('New luck takes the next seed and starts over @full', async ({ simulator }) => {
  await doubleCharge(simulator)
  await simulator.newLuck.click()
  await expect(simulator.root).toHaveAttribute('data-seed', '203')
  expect(await simulator.trace()).toEqual([])
  await simulator.undo.click()
  await expect(simulator.root).toHaveAttribute('data-seed', '202')
  await expect(simulator.balance).toHaveText('$800.00')
})
