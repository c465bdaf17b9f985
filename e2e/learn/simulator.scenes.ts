import type { Scenes } from './scenes.ts'

/** Each reached from the one before it; the first from the chapter as it opens. */
export const scenes: Scenes = {
  start: async ({ place }) => {
    // The chart comes a little after the page.
    await place.getByRole('img', { name: /^Balance over time/ }).waitFor()
  },
  'two runs': async simulator => {
    await simulator.pay()
    await simulator.call('advance', 3000)
    await simulator.payAgain()
    await simulator.call('runToEnd')
    await simulator.place.getByRole('button', { name: 'Press the same again, with keys' }).click()
    await simulator.call('runToEnd')
    await simulator.place.getByText('The network did the same to both.').waitFor()
  },
  'a challenge is met': async simulator => {
    await simulator.call('rerun', { keys: 'per-attempt' })
    await simulator.call('runToEnd')
    await simulator.place.getByRole('link', { name: 'See the run that met it' }).waitFor()
    await simulator.place.getByRole('button', { name: 'Hint' }).first().click()
  },
}
