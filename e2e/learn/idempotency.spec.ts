import type { Simulator } from '../simulator.ts'
import { expect, test } from '../test.ts'
import { openChapter } from './scenes.ts'

const chain = ({ place }: Simulator) =>
  place.getByRole('list', { name: 'What there is', exact: true }).getByRole('listitem')
const choose = ({ place }: Simulator, operation: string) =>
  place.getByRole('combobox', { name: 'f is' }).selectOption(operation)
const press = ({ place }: Simulator, name: string | RegExp) =>
  place.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name }).click()
const happened = ({ place }: Simulator) =>
  place.getByRole('list', { name: 'What has happened' }).getByRole('listitem')
const promises = ({ place }: Simulator) => place.getByTestId('promises')

test('idempotency: one predicts what twice does, and the chains decide @full', async ({ simulator }) => {
  await openChapter(simulator, 'idempotency')
  const { place } = simulator
  const prediction = place.getByRole('region', { name: 'Prediction: Does twice equal once?' })
  for (const question of await prediction.getByRole('radiogroup', { name: /twice/ }).all())
    await question.getByRole('radio', { name: 'Yes' }).check()
  await prediction.getByRole('button', { name: 'Commit and apply each twice' }).click()
  await expect(place.getByRole('list', { name: 'x = -x' }).getByRole('listitem')).toHaveText([
    'x−3',
    'f(x)3',
    'f(f(x))−3≠ another',
  ])
  await prediction.getByRole('button', { name: 'Skip', exact: true }).click()
  await expect(prediction.getByRole('row')).toHaveText([
    /Question/,
    /abs\(x\).*Yes \(right\)/,
    /-x.*Yes \(wrong\)/,
    /x \* x.*Yes \(right\)/,
  ])
})

test('idempotency: an operation is applied again and again, and tried at many starts', async ({
  simulator,
}) => {
  await openChapter(simulator, 'idempotency')
  const { place } = simulator
  await press(simulator, 'Apply it')
  await press(simulator, 'Apply it again')
  await expect(chain(simulator)).toHaveText(['x2', 'f(x)5', 'f(f(x))5= the same'])
  await expect(place.getByTestId('survey')).toContainText('At each of 41 whole numbers')
  await choose(simulator, 'x = x + 1')
  await press(simulator, 'Apply it ten times')
  await expect(chain(simulator).last()).toHaveText('10 times12≠ another')
  await choose(simulator, 'x = x * x')
  const start = place.getByRole('spinbutton', { name: 'x to begin with' })
  await start.fill('1')
  await start.press('Enter')
  await press(simulator, 'Apply it ten times')
  await expect(place.getByTestId('chapter').getByText('f(f(x)) = f(x): from this start')).toBeVisible()
  await expect(place.getByTestId('survey')).toContainText('At 3 of 41')
  await press(simulator, 'Start at 2')
  await press(simulator, 'Apply it ten times')
  await expect(chain(simulator).last()).toHaveText('10 timestoo large for a number')
  await choose(simulator, 'DELETE FROM users WHERE id=1')
  await press(simulator, 'Apply it ten times')
  await expect(chain(simulator).nth(1)).toContainText('2 Cid')
  await expect(place.getByTestId('chapter').getByText('f(f(x)) = f(x): from this start')).toBeVisible()
})

test('idempotency: an expression is read, and what cannot be read is shown its place @full', async ({
  simulator,
}) => {
  await openChapter(simulator, 'idempotency')
  const { place } = simulator
  await choose(simulator, 'Your own expression')
  const field = place.getByRole('textbox', { name: 'Your expression' })
  await field.fill('x + * 2')
  await expect(field).toHaveAccessibleDescription(/^At place 5: Here a number, x or a parenthesis is missing/)
  const apply = place.getByRole('button', { name: 'Apply it', exact: true })
  await expect(apply).toHaveAccessibleDescription('Mend the expression first.')
  await field.fill('alert(1)')
  await expect(field).toHaveAccessibleDescription(/There is no alert here/)
  await field.fill('1 / (x - 2)')
  await apply.click()
  await expect(
    place.getByTestId('chapter').getByText('f(x) has no value here: it divides by zero.'),
  ).toBeVisible()
  await field.fill('max(x, 3)')
  await press(simulator, 'Apply it ten times')
  await expect(place.getByTestId('survey')).toContainText('At each of 41')
})

test('idempotency: a crash after the charge is predicted, played, and compared', async ({ simulator }) => {
  await openChapter(simulator, 'idempotency')
  const { place } = simulator
  const prediction = place.getByRole('region', { name: 'Prediction: A crash after the charge' })
  for (const question of await prediction.getByRole('radiogroup', { name: /\?$/ }).all())
    if ((await question.getByRole('radio', { name: '1' }).count()) > 0)
      await question.getByRole('radio', { name: '1' }).check()
  await prediction.getByRole('button', { name: 'Commit and crash it after the charge' }).click()
  await expect(promises(simulator)).toContainText('Delivered twice, charged twice, meant once.')
  await expect(place.getByRole('table', { name: /The same bad luck/ }).getByRole('row')).toHaveText([
    /Nowhere.*twice/,
    /After charging.*twice/,
    /Before charging.*once/,
    /In one transaction.*once/,
  ])
  await prediction.getByRole('button', { name: 'Skip', exact: true }).click()
  await expect(prediction.getByRole('row')).toHaveText([
    /Question/,
    /delivered.*1 \(wrong\).*2/,
    /no id.*1 \(wrong\).*2/,
    /transaction.*1 \(right\).*1/,
  ])
  await place.getByRole('radio', { name: 'Before charging' }).check()
  await press(simulator, 'Crash before the charge')
  await expect(promises(simulator)).toContainText('The message is gone and the work was never done.')
  await place.getByRole('radio', { name: 'In one transaction' }).check()
  await press(simulator, 'Slow consumer')
  await expect(promises(simulator)).toHaveText('Delivered twice, charged once, meant once.')
})

test('idempotency: step by step one may choose just what can happen, by the keyboard', async ({
  simulator,
  page,
}) => {
  await openChapter(simulator, 'idempotency')
  const { place } = simulator
  const group = place.getByRole('group', { name: 'Or say what happens next' })
  const may = group.getByRole('button', { disabled: false })
  const go = async (name: string) => {
    await place.getByRole('button', { name, exact: true }).focus()
    await page.keyboard.press('Enter')
  }
  const all = await group.getByRole('button').count()
  await expect(may).toHaveText(['Deliver to A'])
  await go('Deliver to A')
  await expect(may).toHaveText([
    'The visibility timeout runs out',
    'A charges the card',
    'A crashes',
    'Undo',
    'Start over',
  ])
  // The button that was pressed stays where it is, with the focus, and does nothing a second time.
  const deliver = place.getByRole('button', { name: 'Deliver to A', exact: true })
  await expect(deliver).toBeFocused()
  await expect(deliver).toHaveAccessibleDescription('The message is invisible: it has been delivered.')
  await page.keyboard.press('Enter')
  await expect(happened(simulator)).toHaveCount(1)
  await expect(group.getByRole('button')).toHaveCount(all)
  await go('A charges the card')
  await go('A’s acknowledgement is lost')
  await go('The visibility timeout runs out')
  await go('Deliver to A')
  await go('A charges the card')
  await go('A acknowledges')
  await expect(promises(simulator)).toHaveText('Delivered twice, charged twice, meant once.')
  await expect(happened(simulator)).toHaveCount(7)
  await expect(may).toHaveText(['Undo', 'Start over'])
  await go('Undo')
  await expect(happened(simulator)).toHaveCount(6)
})

test('idempotency: exactly once ends at the producer, at the card, and after five minutes @full', async ({
  simulator,
}) => {
  await openChapter(simulator, 'idempotency')
  const { place } = simulator
  const told = (name: string) => place.getByRole('list', { name }).getByRole('listitem')
  await press(simulator, /^Kafka: a producer/)
  await expect(place.getByTestId('log')).toHaveCount(0)
  await press(simulator, 'Send payment 1; the acknowledgement is lost')
  await press(simulator, 'The client library retries')
  await expect(told('What the broker did')).toHaveText([/appended\.$/, /known, dropped/])
  await press(simulator, 'The application sends it again')
  await press(simulator, 'Restart the producer')
  await press(simulator, 'The application sends it again')
  await expect(place.getByTestId('log')).toHaveText('In the log: payment 1 × 3')
  await press(simulator, /^Kafka: a transaction/)
  for (const name of ['Read the order, begin a transaction', 'Charge the card', 'Crash'])
    await press(simulator, name)
  for (const name of ['Read the order, begin a transaction', 'Charge the card']) await press(simulator, name)
  for (const name of ['Write the receipt to a topic', 'Commit receipt and offset'])
    await press(simulator, name)
  await expect(
    place.getByTestId('chapter').getByText('Receipts in the topic: 1. The card was charged twice.'),
  ).toBeVisible()
  await press(simulator, /^SQS FIFO/)
  await press(simulator, 'Send with id pay-1')
  await press(simulator, 'Wait 1 minute')
  await press(simulator, 'Send with id pay-1')
  await press(simulator, 'Wait 5 minutes')
  await press(simulator, 'Send with id pay-1')
  await expect(told('What the queue did')).toHaveText([
    'Minute 0, pay-1: accepted and delivered.',
    'It is minute 1.',
    'Minute 1, pay-1: accepted and not delivered.',
    'It is minute 6.',
    'Minute 6, pay-1: accepted and delivered.',
  ])
})

test('idempotency: embedded alone the lab explains itself @full', async ({ simulator }) => {
  await openChapter(simulator, 'idempotency', { embed: 1 })
  const { place } = simulator
  await expect(place.getByRole('heading', { name: 'What idempotency is' })).toHaveCount(0)
  await expect(
    place.getByTestId('chapter').getByText('Apply it twice: here f(f(x)) will be compared with f(x).'),
  ).toBeVisible()
  await press(simulator, 'Lost acknowledgement')
  await expect(promises(simulator)).toContainText('charged twice')
})
