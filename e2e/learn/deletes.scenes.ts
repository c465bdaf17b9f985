import { expect } from '../test.ts'
import type { Scenes } from './scenes.ts'
import { SqlLab } from './sql.ts'

/** Each reached from the one before it; the first from the chapter as it opens. */
export const scenes: Scenes = {
  start: ({ place }) => new SqlLab(place).ready(),
  retried: async ({ place }) => {
    const lab = new SqlLab(place)
    await lab.button('Skip the prediction').click()
    await expect(place.getByText('410 gone')).toBeVisible()
  },
  'refused sign-up': async ({ place }) => {
    const lab = new SqlLab(place)
    await lab.choose('What happens', 'Signing up again')
    await place.getByRole('combobox', { name: 'Script' }).selectOption({ label: 'The partial unique index' })
    await lab.button('Run').click()
    await expect(lab.said).toContainText('UNIQUE constraint failed')
  },
}
