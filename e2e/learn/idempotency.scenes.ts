import { expect } from '../test.ts'
import type { Scenes } from './scenes.ts'

/** Each reached from the one before it; the first from the chapter as it opens. */
export const scenes: Scenes = {
  start: async () => {},
  'three operations applied twice': async ({ place }) => {
    const prediction = place.getByRole('region', { name: 'Prediction: Does twice equal once?' })
    await prediction.getByRole('button', { name: 'Skip the prediction' }).click()
    await expect(place.getByRole('region', { name: 'Each applied twice' })).toBeVisible()
  },
  'an expression that cannot be read': async ({ place }) => {
    await place
      .getByRole('combobox', { name: 'f is' })
      .selectOption("INSERT INTO users (name) VALUES ('Bob')")
    await place.getByRole('button', { name: 'Apply it ten times' }).click()
    await place.getByRole('combobox', { name: 'f is' }).selectOption('Your own expression')
    await place.getByRole('textbox', { name: 'Your expression' }).fill('floor(x / 10 * 10')
    await expect(place.getByTestId('chapter').getByText(/At place 18:/)).toBeVisible()
  },
  'a crash after the charge': async ({ place }) => {
    await place.getByRole('combobox', { name: 'f is' }).selectOption('x = x + 1')
    await place.getByRole('button', { name: 'Apply it ten times' }).click()
    const prediction = place.getByRole('region', { name: 'Prediction: A crash after the charge' })
    await prediction.getByRole('button', { name: 'Skip the prediction' }).click()
    await expect(place.getByTestId('promises')).toContainText('charged twice')
  },
  boundaries: async ({ place }) => {
    await place.getByRole('button', { name: /^Kafka: a producer/ }).click()
    await place.getByRole('button', { name: 'Send payment 1; the acknowledgement is lost' }).click()
    await place.getByRole('button', { name: /^Kafka: a transaction/ }).click()
    await place.getByRole('button', { name: /^SQS FIFO/ }).click()
    await place.getByRole('button', { name: 'Send with id pay-1' }).click()
    await expect(
      place.getByTestId('chapter').getByText('Minute 0, pay-1: accepted and delivered.'),
    ).toBeVisible()
  },
}
