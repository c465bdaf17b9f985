import { expect, test } from '../test.ts'
import { goOn, runScript } from './race-condition.scenes.ts'
import { openChapter } from './scenes.ts'

test('chapter 5b: who chooses the order finds the one that charges twice, and says what it took', async ({
  simulator,
}) => {
  await openChapter(simulator, 'race-condition')
  const { place } = simulator
  const prediction = place.getByRole('region', { name: 'Prediction: Look, then mark' })
  await prediction.getByRole('radio', { name: 'Once at most' }).check()
  await prediction.getByRole('radio', { name: 'Impossible' }).check()
  await prediction.getByRole('button', { name: 'Commit and then choose the order' }).click()
  await expect(prediction).toContainText('Your turn, below: say who goes on')
  await expect(place.getByTestId('walk-verdict')).toHaveText('Nobody has run yet.Who goes first?')

  // One after the other all is well, and only then is the shortest schedule offered.
  const shortest = place.getByRole('button', { name: 'Show the shortest schedule' })
  await expect(shortest).toHaveCount(0)
  await goOn(simulator, '111122')
  await expect(place.getByTestId('walk-ledger')).toHaveAttribute('data-charges', '1')
  await expect(place.getByTestId('walk-verdict')).toHaveAttribute('data-tone', 'safe')
  await expect(shortest).toBeVisible()

  await place.getByRole('button', { name: 'Start over' }).first().click()
  await goOn(simulator, '12')
  // Both stand on the line after their look, and what they have read is old already.
  const lit = place.getByTestId('lit-line')
  await expect(lit).toHaveText(/store\.set/)
  for (const attempt of [1, 2])
    await expect(lit.getByRole('img', { name: `payment 1, attempt ${attempt} is here` })).toBeVisible()
  for (const worker of [1, 2]) {
    const card = place.getByRole('region', { name: `Worker ${worker}`, exact: true })
    await expect(card).toContainText('Has read the key is not there')
  }
  await goOn(simulator, '1122')
  await expect(place.getByTestId('walk-ledger')).toHaveAttribute('data-charges', '2')
  await expect(place.getByTestId('walk-verdict')).toContainText(
    'Two workers looked for the key before either had written it down.',
  )
  await expect(simulator.status).toHaveText(
    'The bank charges $100 a second time. Broken promise: at most one charge a payment. It is over. Now say what you saw.',
  )

  await prediction.getByRole('radio', { name: 'Twice' }).check()
  await prediction.getByRole('radio', { name: 'Timing' }).check()
  await prediction.getByRole('button', { name: 'Compare' }).click()
  await expect(prediction.getByRole('row', { name: /^What did it take\?/ })).toContainText('Timing')
  await expect(prediction).toContainText('Worker 2: The bank looks for the key: not there.')
  await expect(prediction).toContainText('Both had looked before either had written.')

  await place.getByRole('button', { name: 'Undo' }).click()
  await expect(place.getByTestId('walk-ledger')).toHaveAttribute('data-charges', '1')
})

test('chapter 5b: under the atomic script no order charges twice, and a crash after the claim is stuck for ever', async ({
  simulator,
}) => {
  await openChapter(simulator, 'race-condition')
  const { place } = simulator
  const [ledger, key] = [place.getByTestId('walk-ledger'), place.getByTestId('walk-key')]
  await place.getByRole('radio', { name: 'One script' }).check()
  await goOn(simulator, '122111')
  await expect(ledger).toHaveAttribute('data-charges', '1')

  await place.getByRole('button', { name: 'Start over' }).first().click()
  await goOn(simulator, '1')
  await place.getByRole('button', { name: 'It crashes here' }).first().click()
  await goOn(simulator, '22')
  await expect(place.getByRole('region', { name: 'Worker 2', exact: true })).toContainText(
    'answered 409 Conflict',
  )
  await place.getByRole('button', { name: 'Worker 1 comes back' }).click()
  for (let press = 0; press < 2; press += 1) {
    await place.getByRole('button', { name: 'You press Pay once more' }).click()
    await goOn(simulator, '11')
    await expect(place.getByRole('region', { name: 'Worker 1', exact: true })).toContainText('answered 409')
  }
  await expect(key).toHaveText('“processing”')
  await expect(ledger).toHaveAttribute('data-charges', '0')

  // A lock that runs out is not stuck, and charges twice instead.
  await place.getByRole('radio', { name: 'A lease' }).check()
  await goOn(simulator, '1')
  await place.getByRole('button', { name: 'The lease runs out' }).click()
  await goOn(simulator, '221')
  await expect(ledger).toHaveAttribute('data-charges', '2')
})

test('chapter 5b: a real Lua runs the script; what is wrong stands beside its line, and what has no end is stopped', async ({
  simulator,
}) => {
  await openChapter(simulator, 'race-condition')
  const { place } = simulator
  const script = place.getByLabel('The script')
  const redis = place.getByRole('table', { name: 'In Redis now' }).first()
  await runScript(simulator, 1, '(integer) 1')
  await runScript(simulator, 2, '(integer) 0')
  await expect(redis.getByRole('row', { name: /^payment:uuid-101/ })).toContainText(
    'processingnone: for ever',
  )

  await script.fill('local seen = redis.call("GET", KEYS[1])\nreturn sen .. "!"')
  await runScript(simulator, 1, '(error)')
  await expect(place.getByTestId('lua-problem')).toHaveText(
    "Line 2: user_script:2: Script attempted to access nonexistent global variable 'sen'",
  )
  await expect(script).toHaveAttribute('aria-invalid', 'true')
  await script.fill('return redis.call("GET", KEYS[1])')
  await expect(place.getByTestId('lua-problem')).toBeEmpty()

  await script.fill('redis.call("DEL", KEYS[1])\nwhile true do end')
  await runScript(simulator, 1, 'stopped: it did not end')
  await expect(place.getByText('This Redis is as it was before.')).toBeVisible()
  await script.fill('return redis.call("GET", KEYS[1])')
  await runScript(simulator, 2, '"processing"')
})

test('chapter 5b: by keyboard alone, a crash between SETNX and EXPIRE locks for ever', async ({
  simulator,
  page,
}) => {
  await openChapter(simulator, 'race-condition')
  const prediction = page.getByRole('region', { name: 'Prediction: A crash, and the lock' })
  await prediction.getByRole('radio', { name: 'At once' }).focus()
  for (const key of ['ArrowRight', 'Tab', 'Tab', 'Enter']) await page.keyboard.press(key)
  await expect(prediction).toContainText('Your turn, below: send SETNX, let worker 1 crash')
  const press = async (name: string) => {
    await page.getByRole('button', { name }).focus()
    await page.keyboard.press('Enter')
  }
  await press('Send the next command')
  await press('Worker 1 crashes here')
  const line = page.getByLabel('or any command')
  const said = page.getByRole('list', { name: 'Session with Redis' }).getByRole('listitem').last()
  const send = async (text: string, reply: string) => {
    await line.focus()
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
    await expect(said).toHaveText(`worker 2${text}${reply}`)
    await expect(line).toHaveValue('')
  }
  await send('TTL payment:uuid-101', '(integer) -1')
  await send('setnx payment:uuid-101 worker-2', '(integer) 0')
  await send('GET', "(error) ERR wrong number of arguments for 'get' command")
  await send('SET a b SOON', '(error) ERR syntax error')
  await send('GET "a', 'Invalid argument(s)')
  const later = page.getByRole('button', { name: '30 s later' }).last()
  await later.focus()
  for (let wait = 0; wait < 2; wait += 1) await page.keyboard.press('Enter')
  await send('SETNX payment:uuid-101 worker-2', '(integer) 0')
  await prediction.getByRole('button', { name: 'Skip', exact: true }).focus()
  await page.keyboard.press('Enter')
  await expect(prediction.getByRole('row', { name: /^When did worker 2 get the lock\?/ })).toContainText(
    'Never',
  )
  await expect(prediction).toContainText('TTL says −1')
})

test('chapter 5b: a lock with a token runs out, and only its holder releases it @full', async ({
  simulator,
}) => {
  await openChapter(simulator, 'race-condition')
  const { place } = simulator
  const begin = (label: string) => place.getByLabel('Begin with').selectOption({ label })
  await begin('SET NX PX with a token')
  await runScript(simulator, 1, '(integer) 1')
  await runScript(simulator, 2, '(integer) 0')
  await begin('Release: compare, then DEL')
  await runScript(simulator, 2, '(integer) 0')
  await begin('SET NX PX with a token')
  await place.getByRole('button', { name: '30 s later' }).first().click()
  await expect(place.getByTestId('redis-time').first()).toHaveText('30.0 s')
  await runScript(simulator, 2, '(integer) 1')
  await begin('Release: compare, then DEL')
  await runScript(simulator, 1, '(integer) 0')
  await begin('Release: a bare DEL')
  await runScript(simulator, 1, '(integer) 1')
  await expect(place.getByRole('table', { name: 'In Redis now' }).first()).toContainText('No keys.')
})

test.describe('where the engine cannot be had', () => {
  test.use({ allowedErrors: [/Failed to load resource/, /wasm/i] })

  test('chapter 5b says so, shows what was recorded, and tries again @full', async ({ simulator, page }) => {
    await page.route('**/*.wasm', route => route.abort())
    await openChapter(simulator, 'race-condition')
    const runs = page.getByRole('list', { name: 'Runs, the newest first' }).getByRole('listitem')
    await page.getByRole('button', { name: 'Run as worker 1' }).click()
    await expect(page.getByText(/^The Lua engine could not be had here: /)).toBeVisible()
    await expect(runs).toHaveText([/^worker 2\(integer\) 0recorded/, /^worker 1\(integer\) 1recorded/])
    await page.unroute('**/*.wasm')
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(runs).toHaveText([/^worker 1\(integer\) 1EXISTS/])
    await expect(page.getByText(/^The Lua engine could not be had here: /)).toHaveCount(0)
  })
})

test('chapter 5b: the lab stands alone in a frame, without its prose @full', async ({ simulator }) => {
  await openChapter(simulator, 'race-condition', { embed: 1 })
  const { place } = simulator
  await expect(place.getByRole('heading', { name: 'Redis, Lua and the race' })).toHaveCount(0)
  await expect(place.getByText('Find an order in which the payment is charged twice.')).toBeVisible()
  await goOn(simulator, '121122')
  await expect(place.getByTestId('walk-ledger')).toHaveAttribute('data-charges', '2')
  await runScript(simulator, 1, '(integer) 1')
})
