import { expect } from '../test.ts'
import type { Scenes } from './scenes.ts'

/** Each reached from the one before it; the first from the chapter as it opens. */
export const scenes: Scenes = {
  start: async () => {},
  'ten DELETEs and ten POSTs': async ({ place }) => {
    await place.getByRole('button', { name: 'Skip the prediction' }).click()
    await expect(place.getByTestId('effect')).toHaveCount(2)
  },
  'a key, then another amount': async ({ place }) => {
    await place.getByRole('radio', { name: 'POST' }).check()
    await place.getByRole('radio', { name: 'Key reused' }).check()
    await place.getByRole('button', { name: 'Send it ten times' }).click()
    await expect(place.getByRole('list', { name: 'Answers' }).getByText('422')).toBeVisible()
  },
  'wrong claims': async ({ place }) => {
    for (const claim of ['PUT is safe', 'POST is idempotent', 'PATCH is idempotent'])
      await place.getByRole('radiogroup', { name: claim }).getByRole('radio', { name: 'Yes' }).check()
    await place
      .getByRole('radiogroup', { name: 'DELETE is idempotent' })
      .getByRole('radio', { name: 'No' })
      .check()
    await place.getByRole('button', { name: 'Check against the runs' }).click()
    await expect(place.getByRole('list', { name: 'What refutes it' }).getByRole('listitem')).toHaveCount(4)
  },
  'the late copy': async ({ place }) => {
    await place.getByRole('button', { name: 'Deliver all three' }).click()
    await expect(place.getByTestId('chapter').getByText('The name is Bob, and Alice')).toBeVisible()
  },
}
