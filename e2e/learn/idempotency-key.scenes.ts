import type { Scenes } from './scenes.ts'

/** Each reached from the one before it; the first from the chapter as it opens. */
export const scenes: Scenes = {
  start: async () => {},
  replayed: async simulator => {
    await simulator.place.getByRole('button', { name: 'Run it: Replayed' }).click()
    await simulator.call('runToEnd')
  },
  'other payload': async simulator => {
    await simulator.place.getByRole('button', { name: 'Run it: Other payload' }).click()
    await simulator.call('runToEnd')
  },
  explained: async simulator => {
    await simulator.place.getByRole('button', { name: 'Skip the prediction' }).click()
    await simulator.call('runToEnd')
    await simulator.place.getByText('It happened').waitFor()
  },
}
