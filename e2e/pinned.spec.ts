import { PINNED } from '../src/sim/testing/pinned.ts'
import { expect, test } from './test.ts'

test(`${PINNED.length} pinned sessions have their hashes here too @firefox`, async ({ simulator, page }) => {
  await simulator.open({ clock: 'manual' })
  const hashes = await page.evaluate(
    async sessions => {
      const found: Record<string, string> = {}
      for (const { name, session } of sessions) {
        window.doubleCharge.load({ settings: session.settings, inputs: [...session.inputs] })
        await window.doubleCharge.runToEnd()
        found[name] = window.doubleCharge.traceHash()
      }
      return found
    },
    [...PINNED],
  )
  expect(hashes).toEqual(Object.fromEntries(PINNED.map(({ name, hash }) => [name, hash])))
})
