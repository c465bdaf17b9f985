import type { Simulator } from '../simulator.ts'
import type { Scenes } from './scenes.ts'

/** Commits to "never charged, and I know nothing", and watches it to its end. */
export async function predictNothing(simulator: Simulator, fate: string): Promise<void> {
  const { place } = simulator
  const answer = (question: string, name: string) =>
    place.getByRole('radiogroup', { name: question }).getByRole('radio', { name, exact: true }).check()
  await place.getByRole('radio', { name: fate }).check()
  await answer('How many times will you be charged?', '0')
  await answer('What will your phone know?', 'Nothing')
  await place.getByRole('button', { name: 'Commit and press Pay' }).click()
  await simulator.call('runToEnd')
  await place.getByText('What did you see?').waitFor()
}

/** Each reached from the one before it; the first from the chapter as it opens. */
export const scenes: Scenes = {
  start: async () => {},
  observe: simulator => predictNothing(simulator, 'Request lost'),
  explain: async simulator => {
    await predictNothing(simulator, 'Answer lost')
    await simulator.place.getByRole('button', { name: 'Skip', exact: true }).click()
    await simulator.place.getByRole('columnheader', { name: 'It happened' }).waitFor({ state: 'attached' })
  },
  guessed: async ({ place }) => {
    for (let card = 1; card <= 6; card += 1)
      await place.getByRole('button', { name: card % 2 ? 'I was charged' : 'I was not charged' }).click()
    await place.getByRole('button', { name: 'Another 6' }).waitFor()
  },
}
