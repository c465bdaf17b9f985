import { expect, test } from '../test.ts'
import { doubleCharge, type Pace, TOLD } from './double-charge.ts'

// To watch it: DEMO=1 npm run test:e2e -- demos/double-charge --headed
const asTold = process.env.DEMO !== undefined
const QUICK: Pace = { speed: 8, hold: async () => {} }

test('demo, seed 202: the double charge and its cure, each time the same trace', async ({ simulator }) => {
  if (asTold) test.setTimeout(300_000)
  const hashes = new Set<string>()
  for (let time = 0; time < 2; time += 1) {
    await doubleCharge(simulator, asTold ? TOLD : QUICK)
    await expect(simulator.verdict).toContainText('Charged once, in 2 attempts')
    await expect(simulator.caption).toHaveCount(0)
    hashes.add(await simulator.hash())
    await simulator.undo.click()
    await expect(simulator.verdict).toContainText('Charged twice, meant once')
    hashes.add(await simulator.hash())
  }
  // One of the run with keys, one of the run without, and never another.
  expect(hashes.size).toBe(2)
})
