import type { Simulator } from './simulator.ts'
import { expect } from './test.ts'

/** Charged twice, then once under the same bad luck; at any pace. The second press comes once the first is over. */
export async function doubleChargeAndCure(simulator: Simulator): Promise<void> {
  await simulator.pay()
  await simulator.waitUntilIdle()
  await simulator.payAgain()
  await simulator.waitUntilIdle()
  await expect(simulator.verdict).toContainText('Charged twice, meant once')
  await simulator.rerunKeysOn.click()
  await simulator.waitUntilIdle()
  await expect(simulator.verdict).toContainText('Charged once, in 2 attempts')
  await expect(simulator.balance).toHaveText('$900.00')
}

/** Opens every panel below the chart, each with what it shows of the double charge that has just been. */
export async function openPanels({ place }: Simulator): Promise<void> {
  const open = (name: string) => place.getByRole('button', { name, exact: true, expanded: false }).click()
  await open('Space-time diagram')
  await expect(place.getByRole('region', { name: 'Space-time diagram' })).toBeVisible()
  await open('Explain')
  await expect(place.getByRole('region', { name: 'Explain a double charge' })).toBeVisible()
  await open('Exports')
  await place.getByRole('button', { name: 'Preview double-charge-202.mmd' }).click()
  await expect(place.getByRole('region', { name: 'Preview of double-charge-202.mmd' })).toContainText(
    'sequenceDiagram',
  )
}

/** Opens what the header offers: link and QR code, the twin with both its sides, a scenario. */
export async function visitPages(simulator: Simulator): Promise<void> {
  const { place } = simulator
  await simulator.share.click()
  await expect(simulator.link).toHaveValue(/run=/)
  await place.getByRole('button', { name: 'QR code' }).click()
  await expect(place.getByRole('img', { name: /QR code/ })).toBeVisible()
  await place.getByRole('button', { name: 'Close sharing' }).click()
  await place.getByRole('link', { name: 'Twin', exact: true }).click()
  await expect(place.getByTestId('twin-second').getByTestId('balance')).toBeVisible()
  await place.getByRole('link', { name: 'Scenarios', exact: true }).click()
  await place.getByRole('link', { name: 'The ghost', exact: true }).click()
  await expect(simulator.notice(/Was the money taken\?/)).toBeVisible()
}
