import type { Simulator } from '../simulator.ts'
import type { Scenes } from './scenes.ts'

/** Chooses an answer to the question that is shown, says how sure, and has it checked. */
export async function answer({ place }: Simulator, label: string | RegExp, sure?: string): Promise<void> {
  const quiz = place.getByTestId('quiz')
  await quiz.getByRole('radio', { name: label }).check()
  if (sure) await quiz.getByRole('radio', { name: sure }).check()
  await quiz.getByRole('button', { name: 'Check' }).click()
}

/** Each reached from the one before it; the first from the chapter as it opens. */
export const scenes: Scenes = {
  start: async () => {},
  otherwise: simulator => answer(simulator, /^It failed/, 'Certain'),
  right: async simulator => {
    await simulator.place.getByRole('button', { name: 'Next question' }).click()
    await answer(simulator, /^By nothing/, 'A guess')
  },
  result: ({ place }) => place.getByRole('button', { name: 'Result' }).click(),
}
