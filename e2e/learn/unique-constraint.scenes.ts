import { expect } from '../test.ts'
import type { Scenes } from './scenes.ts'
import { SqlLab } from './sql.ts'

/** Each reached from the one before it; the first from the chapter as it opens. */
export const scenes: Scenes = {
  start: ({ place }) => new SqlLab(place).ready(),
  refused: async ({ place }) => {
    const lab = new SqlLab(place)
    await lab.button('Skip the prediction').click()
    await expect(lab.said).toContainText('UNIQUE constraint failed')
  },
  'charged twice': async ({ place }) => {
    const lab = new SqlLab(place)
    await lab.choose('The app', 'SELECT, then INSERT')
    await lab.choose('The two requests', 'At the same time')
    await place.getByRole('switch', { name: 'idempotency_key is UNIQUE' }).click()
    await expect(place.getByLabel('How it ended')).toContainText('charged twice')
  },
  'in the midst of it': async ({ place }) => {
    const lab = new SqlLab(place)
    await place
      .getByRole('region', { name: 'The app, and what the client hears' })
      .getByRole('button', { name: 'Start over' })
      .click()
    await lab.button('Next step').click()
    await expect(place.getByRole('region', { name: 'The app’s code' })).toContainText('request 1')
  },
}
