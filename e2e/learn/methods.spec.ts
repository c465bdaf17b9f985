import type { Simulator } from '../simulator.ts'
import { expect, test } from '../test.ts'
import { openChapter } from './scenes.ts'

const effect = ({ place }: Simulator) => place.getByTestId('effect')
const answers = ({ place }: Simulator) => place.getByRole('list', { name: 'Answers' }).getByRole('listitem')
const cell = ({ place }: Simulator, claim: string, answer: 'Yes' | 'No') =>
  place.getByRole('radiogroup', { name: claim }).getByRole('radio', { name: answer })

test('methods: one predicts ten DELETEs and ten POSTs, sees them, and reads what decided it @full', async ({
  simulator,
}) => {
  await openChapter(simulator, 'methods')
  const { place } = simulator
  const prediction = place.getByRole('region', { name: 'Prediction: Ten of the same request' })
  await prediction.getByRole('radio', { name: '204', exact: true }).check()
  await prediction.getByRole('radio', { name: 'No', exact: true }).check()
  await prediction.getByRole('radio', { name: '10', exact: true }).check()
  await prediction.getByRole('button', { name: 'Commit and send both ten times' }).click()
  await expect(effect(simulator)).toHaveText([/nothing.*idempotent/, /Each of them.*not idempotent/])
  await expect(answers(simulator)).toHaveCount(20)
  await prediction.getByRole('button', { name: 'Skip', exact: true }).click()
  const [which, more, payments] = await prediction
    .getByRole('row')
    .allInnerTexts()
    .then(rows => rows.slice(1))
  expect(which).toMatch(/204.*\(wrong\).*204, then 404/s)
  expect(more).toMatch(/No.*\(right\)/s)
  expect(payments).toMatch(/10.*\(right\)/s)
  await expect(prediction.getByText('204, then 404 nine times')).toBeVisible()
})

test('methods: each method is sent, and POST with a key pays once', async ({ simulator }) => {
  await openChapter(simulator, 'methods')
  const { place } = simulator
  const send = place.getByRole('button', { name: 'Send it ten times' })
  await send.click()
  await expect(effect(simulator)).toContainText('it is idempotent')
  await expect(answers(simulator)).toHaveText(Array.from({ length: 10 }, (_, index) => `${index + 1}200`))
  await place.getByRole('radio', { name: 'No user 1' }).check()
  await send.click()
  await expect(answers(simulator).first()).toHaveText('1201')
  await place.getByRole('radio', { name: 'POST' }).check()
  await send.click()
  await expect(place.getByRole('region', { name: /ten times$/ })).toContainText('10 × 100 (p1 … p10)')
  await place.getByRole('radio', { name: 'Keyed' }).check()
  await send.click()
  const run = place.getByRole('region', { name: /ten times$/ })
  await expect(run).toContainText('1 × 100 (p1)')
  await expect(run).toContainText('Idempotent-Replayed: true')
  await place.getByRole('radio', { name: 'Key reused' }).check()
  await send.click()
  await expect(answers(simulator).last()).toHaveText('11422')
  await place.getByRole('radio', { name: 'PATCH' }).check()
  await place.getByRole('radio', { name: 'User 1 is Ann' }).check()
  await send.click()
  await expect(effect(simulator)).toContainText('it is idempotent')
  await place.getByRole('radio', { name: 'Append a tag' }).check()
  await send.click()
  await expect(effect(simulator)).toContainText('not idempotent')
})

test('methods: a wrong cell names the run that refutes it, and runs it', async ({ simulator }) => {
  await openChapter(simulator, 'methods')
  const { place } = simulator
  await expect(place.getByRole('button', { name: 'Check against the runs' })).toHaveAccessibleDescription(
    'Fill in a cell first.',
  )
  await cell(simulator, 'DELETE is idempotent', 'No').check()
  await cell(simulator, 'GET is safe', 'Yes').check()
  await place.getByRole('button', { name: 'Check against the runs' }).click()
  const refuted = place.getByRole('list', { name: 'What refutes it' }).getByRole('listitem')
  await expect(refuted).toHaveCount(1)
  await expect(refuted).toContainText('The answers differ (204, then 404 nine times), the effect does not.')
  await refuted.getByRole('button', { name: /^Run it.*DELETE/ }).click()
  await expect(place.getByRole('region', { name: 'What happened' })).toBeFocused()
  await expect(answers(simulator)).toHaveText([/204/, ...Array.from({ length: 9 }, () => /404/)])

  for (const method of ['GET', 'PUT', 'DELETE', 'POST', 'PATCH']) {
    await cell(simulator, `${method} is safe`, method === 'GET' ? 'Yes' : 'No').check()
    const isIdempotent = ['GET', 'PUT', 'DELETE'].includes(method)
    await cell(simulator, `${method} is idempotent`, isIdempotent ? 'Yes' : 'No').check()
  }
  await expect(place.getByTestId('chapter').getByText('10 of 10 filled in')).toBeVisible()
  await place.getByRole('button', { name: 'Check against the runs' }).click()
  await expect(place.getByTestId('chapter').getByText('All of it agrees with what happened.')).toBeVisible()
  await expect(refuted).toHaveCount(0)
})

test('methods: a late copy undoes a later PUT, and If-Match refuses it @full', async ({ simulator }) => {
  await openChapter(simulator, 'methods')
  const { place } = simulator
  const deliver = place.getByRole('button', { name: 'Deliver all three' })
  const arrivals = place.getByRole('list', { name: 'What arrived' }).getByRole('listitem')
  await deliver.click()
  await expect(arrivals).toHaveText([/200.*Bob$/, /200.*Alice$/, /copy.*200.*Bob$/])
  await place.getByRole('switch', { name: 'If-Match' }).check()
  await deliver.click()
  await expect(arrivals).toHaveText([/200.*Bob$/, /200.*Alice$/, /copy.*412.*Alice$/])
  await place.getByRole('radio', { name: 'Before PUT Alice' }).check()
  await place.getByRole('switch', { name: 'If-Match' }).uncheck()
  await deliver.click()
  await expect(arrivals).toHaveText([/200.*Bob$/, /copy.*200.*Bob$/, /200.*Alice$/])
})

test('methods: a number out of range is refused with the range @full', async ({ simulator }) => {
  await openChapter(simulator, 'methods')
  const { place } = simulator
  const often = place.getByRole('spinbutton', { name: 'How many times' })
  await often.fill('11')
  await often.press('Enter')
  await expect(often).toHaveAccessibleDescription('Enter a number from 1 to 10.')
  await often.fill('3')
  await often.press('Enter')
  await place.getByRole('button', { name: 'Send it three times' }).click()
  await expect(answers(simulator)).toHaveCount(3)
})

test('methods: embedded alone and by the keyboard only @full', async ({ simulator, page }) => {
  await openChapter(simulator, 'methods', { embed: 1 })
  const { place } = simulator
  await expect(place.getByRole('heading', { name: 'The methods of REST' })).toHaveCount(0)
  await place.getByRole('radio', { name: 'PUT', exact: true }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(place.getByRole('radio', { name: 'DELETE' })).toBeChecked()
  await place.getByRole('button', { name: 'Send it ten times' }).focus()
  await page.keyboard.press('Enter')
  await expect(effect(simulator)).toContainText('it is idempotent')
  await expect(answers(simulator).nth(1)).toContainText('404')
})
