import { expect, test } from './test.ts'

test('seed 202: a click on a packet in flight loses it', async ({ simulator }) => {
  await simulator.open({ seed: 202, drop: 0, clock: 'manual' })
  await simulator.pay()
  await simulator.call('advance', 300)
  const packet = simulator.packet('p1.a1.request')
  await expect(packet).toHaveAttribute('data-kind', 'request')
  await expect(packet).toHaveAttribute('data-fate', 'in-flight')
  await expect(packet).toHaveAccessibleName(/^Attempt 1: .*no key.*Lose this message$/)

  await packet.click()
  await expect(packet).toHaveAttribute('data-fate', 'lost')
  await expect(packet).toHaveAccessibleName(/lost on the way$/)
  await expect(packet).toBeDisabled()
  await expect(simulator.eventRow('You lose the request.')).toBeVisible()
  await simulator.call('runToEnd')
  await expect(simulator.balance).toHaveText('$1,000.00')
  await expect(simulator.belief).toContainText('Don’t know')
})

test('seed 202: "Lose this message" in its event row loses an answer in flight', async ({ simulator }) => {
  await simulator.open({ seed: 202, drop: 0, clock: 'manual' })
  await simulator.pay()
  await simulator.call('advance', 1200)
  const row = simulator.eventRow('The bank answers 201 Created.')
  await expect(simulator.packet('p1.a1.response')).toHaveAttribute('data-fate', 'in-flight')

  await row.getByRole('button', { name: 'Lose this message' }).click()
  await expect(simulator.packet('p1.a1.response')).toHaveAttribute('data-fate', 'lost')
  await expect(simulator.eventRow('You lose the answer.')).toBeVisible()
  await expect(row.getByRole('button', { name: 'Lose this message' })).toHaveCount(0)
  await simulator.call('runToEnd')
  await expect(simulator.balance).toHaveText('$900.00')
  await expect(simulator.belief).toContainText('Don’t know')
})

test('seed 202: a packet is caught while it flies', async ({ simulator }) => {
  await simulator.open({ seed: 202, drop: 0, speed: 0.25 })
  await simulator.pay()
  await simulator.packet('p1.a1.request').click({ force: true })
  await expect(simulator.packet('p1.a1.request')).toHaveAttribute('data-fate', 'lost')
  const lost = await simulator.waitFor('request.lost')
  expect(lost).toMatchObject({ actor: 'person', message: 'p1.a1.request', data: { by: 'person' } })
})
