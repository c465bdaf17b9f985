import type { Locator } from 'playwright/test'
import type { Simulator } from '../simulator.ts'
import { expect, test } from '../test.ts'
import { openChapter } from './scenes.ts'

const attempts = ({ place }: Simulator) =>
  place.getByRole('list', { name: 'How the bank decides about each request' }).getByRole('listitem')
const branches = ({ place }: Simulator) => place.getByRole('region', { name: 'Branches you have seen' })
const branch = (simulator: Simulator, name: string): Locator =>
  branches(simulator)
    .getByRole('listitem')
    .filter({ has: simulator.place.getByRole('button', { name: `Run it: ${name}`, exact: true }) })
const choose = ({ place }: Simulator, group: string, name: string) =>
  place.getByRole('radiogroup', { name: group }).getByRole('radio', { name, exact: true }).check()
const uuidIn = async (item: Locator) => (await item.locator('code').textContent())?.split(': ')[1]

test('a retry with the same key: predicted, run, observed, explained, seed 202', async ({ simulator }) => {
  const { place } = simulator
  await openChapter(simulator, 'idempotency-key')
  const predict = place.getByRole('region', { name: /^Prediction/ })
  await choose(simulator, 'How many times will you be charged?', '2')
  await choose(simulator, 'What will the bank answer the second time?', '201, the first answer again')
  await predict.getByRole('button', { name: 'Commit and press Pay twice' }).click()
  await simulator.call('runToEnd')
  await choose(simulator, 'How many times were you charged?', '1')
  await choose(simulator, 'What did the bank answer the second time?', '201, the first answer again')
  await predict.getByRole('button', { name: 'Compare' }).click()
  await expect(predict.getByRole('row', { name: /How many times were you charged/ })).toHaveText(
    /2 \(wrong\) 1 \(right\)1$/,
  )
  await expect(predict.getByText('When attempt 2 tried to insert its key')).toBeVisible()
  await expect(attempts(simulator)).toHaveText([
    /Attempt 1.*seen before, no; .*Answer: 201 Created, lost on the way; charged \$100/,
    /Attempt 2.*seen before, yes; same payload, yes; first one done, yes; nothing is charged.*Idempotent-Replayed: true/,
  ])
  const [first, second] = await attempts(simulator).all()
  expect(first && second && (await uuidIn(first))).toBe(second && (await uuidIn(second)))
  await expect(simulator.balance).toHaveText('$900.00')
  // What is tried afterwards leaves what was predicted and seen where it is.
  await simulator.newPayment()
  await expect(predict.getByRole('table')).toBeVisible()
})

test('the path lights up as a request passes, seed 202', async ({ simulator }) => {
  const { place } = simulator
  await openChapter(simulator, 'idempotency-key')
  const lit = place.locator('[data-slot][data-lit]')
  const slots = () => lit.evaluateAll(all => all.map(each => each.getAttribute('data-slot')))
  await expect(lit).toHaveCount(0)
  await simulator.pay()
  await expect(place.getByTestId('flow-disc')).toHaveAttribute('data-at', 'entry')
  await simulator.stepTo('handler.started')
  await expect.poll(slots).toEqual(['key', 'form', 'seen'])
  await simulator.stepTo('store.written')
  await expect.poll(slots).toEqual(['key', 'form', 'seen', 'new'])
  await expect(branches(simulator)).toContainText('0 of 7')
  await simulator.stepTo('response.sent')
  await expect(branch(simulator, 'New')).toContainText('New: seen.')
  await simulator.call('stepBack')
  await simulator.call('stepBack')
  await expect(place.getByTestId('flow-disc')).toHaveAttribute('data-stands', 'decides')
})

test('each of the seven branches is reached by hand, seed 202 @full', async ({ simulator }) => {
  await openChapter(simulator, 'idempotency-key')
  // New, then replayed.
  await simulator.pay()
  await simulator.call('advance', 3000)
  await simulator.payAgain()
  await simulator.call('runToEnd')
  await expect(branches(simulator)).toContainText('2 of 7')
  // Still in flight: pressed twice in a hurry.
  await simulator.newPayment()
  await simulator.pay()
  await simulator.call('advance', 150)
  await simulator.payAgain()
  await simulator.call('runToEnd')
  await expect(branch(simulator, 'Still in flight')).toContainText(': seen.')
  await simulator.reset.click()
  // Another amount under one key for everything.
  await choose(simulator, 'The client’s key', 'One for everything')
  await simulator.pay()
  await simulator.call('runToEnd')
  await simulator.newPayment()
  await choose(simulator, 'The next payment costs', '$40')
  await simulator.pay()
  await simulator.call('runToEnd')
  await expect(attempts(simulator).last()).toContainText('Answer: 422 Unprocessable Content')
  await expect(branch(simulator, 'Other payload')).toContainText(': seen.')
  await simulator.reset.click()
  await choose(simulator, 'The client’s key', 'Empty')
  await simulator.pay()
  await simulator.call('runToEnd')
  await expect(branch(simulator, 'Malformed')).toContainText(': seen.')
  // With a press there already, another policy runs the same presses again.
  await choose(simulator, 'The client’s key', 'No key')
  await simulator.call('runToEnd')
  await expect(attempts(simulator)).toHaveCount(1)
  await expect(branch(simulator, 'No key')).toContainText(': seen.')
  await simulator.reset.click()
  await choose(simulator, 'The client’s key', 'One per payment')
  await choose(simulator, 'The bank keeps a key for', '2 s')
  await simulator.pay()
  await simulator.call('advance', 4500)
  await simulator.payAgain()
  await simulator.call('runToEnd')
  await expect(attempts(simulator).last()).toContainText(/charged \$40 again/)
  await expect(branches(simulator)).toContainText('7 of 7')
})

test('the key mistakes: a new key each attempt, one for everything, seed 202 @full', async ({
  simulator,
}) => {
  await openChapter(simulator, 'idempotency-key')
  await simulator.pay()
  await simulator.call('advance', 3000)
  await simulator.payAgain()
  await simulator.call('runToEnd')
  await expect(simulator.balance).toHaveText('$900.00')
  await choose(simulator, 'The client’s key', 'New each attempt')
  await simulator.call('runToEnd')
  await expect(simulator.balance).toHaveText('$800.00')
  const [first, second] = await attempts(simulator).all()
  expect(first && second && (await uuidIn(first))).not.toBe(second && (await uuidIn(second)))
  await choose(simulator, 'The client’s key', 'One for everything')
  await simulator.call('runToEnd')
  await simulator.newPayment()
  await simulator.pay()
  await simulator.call('runToEnd')
  await expect(attempts(simulator).last()).toHaveText(/Payment 2, attempt 1.*the saved answer is sent again/)
  await expect(simulator.balance).toHaveText('$900.00')
})

test('the keyboard alone chooses a key, pays and shows a branch, seed 202 @full', async ({
  simulator,
  page,
}) => {
  await openChapter(simulator, 'idempotency-key')
  const group = page.getByRole('radiogroup', { name: 'The client’s key' })
  await group.getByRole('radio', { checked: true }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(group.getByRole('radio', { name: 'New each attempt' })).toBeChecked()
  await simulator.payButton.focus()
  await page.keyboard.press('Enter')
  await simulator.call('runToEnd')
  await expect(attempts(simulator)).toHaveCount(1)
  const show = branches(simulator).getByRole('button', { name: 'Run it: Still in flight' })
  await show.focus()
  await page.keyboard.press('Enter')
  await simulator.call('runToEnd')
  await expect(branch(simulator, 'Still in flight')).toContainText(': seen.')
  await expect(show).toBeFocused()
})

test('embedded, the lab stands alone and works; a strategy it does not draw is said, seed 202 @full', async ({
  simulator,
}) => {
  const { place } = simulator
  await openChapter(simulator, 'idempotency-key', { embed: '1' })
  await expect(place.getByRole('heading', { name: 'What to notice' })).toHaveCount(0)
  await simulator.pay()
  await simulator.call('runToEnd')
  await expect(attempts(simulator)).toHaveCount(1)
  await simulator.reset.click()
  await simulator.call('configure', { server: 'check-then-act' })
  await simulator.pay()
  await simulator.call('runToEnd')
  await expect(attempts(simulator)).toContainText(
    'The bank runs another strategy, which this chart does not show',
  )
})
