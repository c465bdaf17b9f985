import type { Locator, Page } from 'playwright/test'
import type { Simulator } from '../simulator.ts'
import { expect } from '../test.ts'

/** What a learner uses of the SQL labs, by its roles and names. */
export class SqlLab {
  readonly place: Page | Simulator['place']

  constructor(place: Page | Simulator['place']) {
    this.place = place
  }

  get editor(): Locator {
    return this.place.getByRole('textbox', { name: 'SQL' })
  }

  get said(): Locator {
    return this.place.getByRole('list', { name: 'What the database said' })
  }

  get tables(): Locator {
    return this.place.getByRole('region', { name: 'The tables now' })
  }

  get prediction(): Locator {
    return this.place.getByRole('region', { name: /^Prediction/ })
  }

  button(name: string): Locator {
    return this.place.getByRole('button', { name, exact: true })
  }

  /** Chooses one of a few that stand side by side. */
  async choose(group: string, option: string): Promise<void> {
    const options = this.place.getByRole('radiogroup', { name: group, exact: true })
    await options.getByRole('radio', { name: option, exact: true }).check()
  }

  /** Runs a text of one's own in the console. */
  async run(text: string): Promise<void> {
    await this.editor.fill(text)
    await this.button('Run').click()
  }

  /** Waits until the database has answered, and the run beside the console can be watched. */
  async ready(): Promise<void> {
    await expect(this.place.getByText(/^(Recorded: )?SQLite 3\.\d+\.\d+$/).first()).toBeVisible({
      timeout: 15_000,
    })
    await expect(this.button('Next step')).not.toHaveAttribute('aria-disabled', 'true')
  }
}
