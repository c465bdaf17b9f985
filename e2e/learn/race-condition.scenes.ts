import type { Simulator } from '../simulator.ts'
import { expect } from '../test.ts'
import type { Scenes } from './scenes.ts'

/** Chooses who goes on, by the workers' numbers: "121122". */
export async function goOn({ place }: Simulator, order: string): Promise<void> {
  for (const worker of order) await place.getByRole('button', { name: `Worker ${worker} goes on` }).click()
}

/** Has the script run, by the real interpreter, and waits for what it answers. */
export async function runScript({ place }: Simulator, worker: number, reply: string): Promise<void> {
  await place.getByRole('button', { name: `Run as worker ${worker}` }).click()
  const newest = place.getByRole('list', { name: 'Runs, the newest first' }).getByRole('listitem').first()
  await expect(newest).toContainText(`worker ${worker}${reply}`)
}

/** Each reached from the one before it; the first from the chapter as it opens. */
export const scenes: Scenes = {
  start: async () => {},
  twice: async simulator => {
    const { place } = simulator
    await place.getByRole('button', { name: 'Skip the prediction' }).first().click()
    await goOn(simulator, '121122')
    await expect(place.getByText('Both had looked before either had written.')).toBeVisible()
    await goOn(simulator, '12')
  },
  stuck: async simulator => {
    const { place } = simulator
    await place.getByRole('radio', { name: 'One script' }).check()
    await goOn(simulator, '1')
    await place.getByRole('button', { name: 'It crashes here' }).first().click()
    await goOn(simulator, '22')
  },
  scripts: async simulator => {
    const { place } = simulator
    await runScript(simulator, 1, '(integer) 1')
    await place.getByLabel('The script').fill('local x = 1\nretrun x')
    await runScript(simulator, 2, '(error) user_script:2')
  },
  gap: async ({ place }) => {
    await place.getByRole('button', { name: 'Send the next command' }).click()
    await place.getByRole('button', { name: 'Worker 1 crashes here' }).click()
    await place.getByRole('button', { name: /^SETNX/ }).click()
    await expect(place.getByRole('list', { name: 'Session with Redis' })).toContainText('(integer) 0')
  },
}
