import type { Page } from 'playwright/test'
import { expect, test } from './test.ts'

/** A dozen animation frames: a clock that ran would have moved. */
const frames = (page: Page) =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 12; frame += 1) await new Promise(requestAnimationFrame)
  })

test('clock=manual, seed 202: time moves only by the methods that say so', async ({ simulator, page }) => {
  await simulator.open({ seed: 202, clock: 'manual' })
  await expect(simulator.root).toHaveAttribute('data-status', 'idle')
  await simulator.pay()
  await simulator.call('play')
  await frames(page)
  expect(await simulator.state()).toMatchObject({ timeMs: 0, status: 'paused' })
  await expect(simulator.root).toHaveAttribute('data-status', 'paused')

  const moves: readonly [() => Promise<unknown>, number][] = [
    [() => simulator.call('advance', 300), 300],
    [() => simulator.call('step'), 687],
    [() => simulator.call('step'), 987],
    [() => simulator.call('stepBack'), 687],
    [() => simulator.call('stepBack'), 0],
    [() => simulator.call('stepBack'), 0],
    [() => simulator.call('seek', 1200), 1200],
    [() => simulator.call('pause'), 1200],
    [() => simulator.call('advance', 232), 1432],
  ]
  for (const [move, timeMs] of moves) {
    await move()
    expect(await simulator.state()).toMatchObject({ timeMs, status: 'paused' })
    await expect(simulator.root).toHaveAttribute('data-time-ms', String(timeMs))
  }
  await simulator.call('runToEnd')
  expect(await simulator.state()).toMatchObject({ timeMs: 2500, status: 'idle' })
  await simulator.call('advance', 5000)
  expect(await simulator.state()).toMatchObject({ timeMs: 2500, status: 'idle' })
  await simulator.payAgain()
  await frames(page)
  await expect(simulator.root).toHaveAttribute('data-time-ms', '2500')
  await expect(simulator.root).toHaveAttribute('data-status', 'paused')
})

test('clock=auto, seed 202: a press resumes play, and time stands still at the end', async ({
  simulator,
  page,
}) => {
  await simulator.open({ seed: 202, speed: 8 })
  await simulator.call('pause')
  await simulator.pay()
  await simulator.waitUntilIdle()
  await expect(simulator.root).toHaveAttribute('data-time-ms', '2500')
  await frames(page)
  await expect(simulator.root).toHaveAttribute('data-time-ms', '2500')
})
