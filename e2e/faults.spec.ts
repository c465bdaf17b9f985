import type { Settings } from '../src/sim/index.ts'
import type { Simulator } from './simulator.ts'
import { expect, standingTest as test } from './test.ts'

/** Seed 202; every message takes 700 ms and none is lost, unless a test says so. */
async function load(simulator: Simulator, settings: Partial<Settings>, ...presses: number[]) {
  await simulator.call('load', {
    settings: { latency: '700-700', responseLoss: 0, ...settings },
    inputs: presses.map(at => ({ at, type: 'pay' })),
  })
}

const seek = (simulator: Simulator, ms: number) => simulator.call('seek', ms)
const workers = ({ stage }: Simulator) => stage.getByRole('list', { name: 'Workers' }).getByRole('listitem')
const keys = ({ stage }: Simulator) => stage.getByRole('table', { name: /Keys|instance/ })
const ledger = ({ stage }: Simulator) => stage.getByRole('table', { name: /Ledger/ })
const mark = ({ stage }: Simulator, does: string) =>
  stage.getByRole('img', { name: `payment 1, attempt 1 ${does}` })
const litLine = ({ stage }: Simulator) => stage.getByTestId('lit-line')

const KEYED = { keys: 'per-payment' } as const

const CRASHES = [
  ['before-charge', 890, 'ledger.charge(req)', 0, '$900.00'],
  ['after-charge', 1190, 'store.save(req.key, row)', 1, '$800.00'],
  ['after-record', 1340, 'answer(row)', 1, '$900.00'],
  ['after-answer-is-ready', 1340, 'answer(row)', 1, '$900.00'],
] as const

for (const [crash, atMs, line, charges, balance] of CRASHES) {
  test(`seed 202: a crash ${crash} is seen where the worker died, and a retry ends at ${balance}${crash === 'after-charge' ? '' : ' @full'}`, async ({
    simulator,
  }) => {
    await load(simulator, { ...KEYED, server: 'saved-response', crash }, 0, 2600)
    await seek(simulator, atMs - 10)
    await expect(workers(simulator).first()).toHaveText(/worker 1 at attempt 1/)
    await seek(simulator, atMs)
    await expect(workers(simulator).first()).toHaveText('worker 1 down, restarting')
    await expect(mark(simulator, 'died here')).toBeVisible()
    await expect(litLine(simulator)).toContainText(line)
    await expect(ledger(simulator).getByText('attempt 1')).toHaveCount(charges)
    await seek(simulator, atMs + 800)
    await expect(workers(simulator).first()).toHaveText('worker 1 idle')
    await expect(litLine(simulator)).toHaveCount(0)
    await simulator.call('runToEnd')
    await expect(simulator.belief).toContainText('Paid')
    await expect(simulator.balance).toHaveText(balance)
  })
}

test('seed 202: a crash inside the transaction takes its key back', async ({ simulator }) => {
  await load(simulator, { ...KEYED, crash: 'after-charge' }, 0, 2600)
  await seek(simulator, 1300)
  await expect(keys(simulator)).toContainText('processing rolled back')
  await simulator.call('runToEnd')
  await expect(keys(simulator)).toContainText('saved 201 Created')
  await expect(simulator.balance).toHaveText('$900.00')
})

test('seed 202: a worker sleeps past its lease, and both charge', async ({ simulator }) => {
  await load(simulator, { ...KEYED, server: 'set-nx', lease: 1000, pause: 3000 }, 0, 2600)
  await seek(simulator, 1200)
  await expect(workers(simulator).first()).toContainText('worker 1 asleep at attempt 1')
  await expect(mark(simulator, 'sleeps here')).toBeVisible()
  await expect(keys(simulator)).toContainText('processing')
  await seek(simulator, 1850)
  await expect(keys(simulator)).toContainText('processing expired')
  await expect(keys(simulator).locator('s')).toHaveText('processing')
  await seek(simulator, 3450)
  await expect(keys(simulator).locator('s')).toHaveCount(0)
  await simulator.call('runToEnd')
  await expect(ledger(simulator)).toContainText('attempt 1, again')
  await expect(simulator.balance).toHaveText('$800.00')
})

test('seed 202: a record expires, and a retry is charged again', async ({ simulator }) => {
  await load(simulator, { ...KEYED, ttl: 1500, responseLoss: 1 }, 0, 3000)
  await seek(simulator, 2799)
  await expect(keys(simulator)).toContainText('saved 201 Created')
  await seek(simulator, 2800)
  await expect(keys(simulator)).toContainText('saved 201 expired')
  await seek(simulator, 4400)
  await expect(keys(simulator)).toContainText('saved 201 Created')
  await expect(simulator.balance).toHaveText('$800.00')
})

test('seed 202: a request delivered twice is charged twice without keys', async ({ simulator }) => {
  await load(simulator, { duplicate: 1 }, 0)
  await seek(simulator, 300)
  const copy = simulator.packet('p1.a1.request.2')
  await expect(copy).toContainText('×2')
  await expect(copy).toHaveAccessibleName('Copy of attempt 1: POST /payments, ×2 no key. Lose this message')
  await seek(simulator, 1500)
  await expect(ledger(simulator)).toContainText('attempt 1, copy, again')
  await expect(simulator.packet('p1.a1.response.2')).toContainText('×2 charged again')
  await expect(simulator.balance).toHaveText('$800.00')
})

test('seed 202: with keys the copy of a request charges nothing', async ({ simulator }) => {
  await load(simulator, { ...KEYED, duplicate: 1 }, 0)
  await seek(simulator, 1150)
  await expect(simulator.packet('p1.a1.response.2')).toContainText('×2 still in flight')
  await simulator.call('runToEnd')
  await expect(simulator.balance).toHaveText('$900.00')
})

test('seed 202: a press on the copy loses it, and it alone', async ({ simulator }) => {
  await load(simulator, { duplicate: 1 }, 0)
  await seek(simulator, 300)
  await simulator.packet('p1.a1.request.2').click()
  await expect(simulator.packet('p1.a1.request.2')).toHaveAttribute('data-fate', 'lost')
  await expect(simulator.packet('p1.a1.request')).toHaveAttribute('data-fate', 'in-flight')
  await simulator.call('runToEnd')
  await expect(simulator.balance).toHaveText('$900.00')
})

test('seed 202: a saved 500 is replayed, and is not green', async ({ simulator }) => {
  await load(simulator, { ...KEYED, serverError: 'after-charge' }, 0, 2600)
  await seek(simulator, 1800)
  await expect(simulator.packet('p1.a1.response')).toContainText('broke after charging')
  await expect(keys(simulator)).toContainText('saved 500')
  await seek(simulator, 3900)
  const replayed = simulator.packet('p1.a2.response')
  await expect(replayed).toContainText('replayed')
  await expect(replayed).toHaveAttribute('data-look', 'broke-replayed')
  await simulator.call('runToEnd')
  await expect(simulator.belief).toContainText('Don’t know')
  await expect(simulator.balance).toHaveText('$900.00')
})

test('seed 202: a 500 that is forgotten with its key runs again, and charges again', async ({
  simulator,
}) => {
  const settings = {
    server: 'saved-response',
    serverError: 'after-charge',
    errorReplay: 'run-again',
  } as const
  await load(simulator, { ...KEYED, ...settings }, 0, 2600)
  await seek(simulator, 1800)
  await expect(keys(simulator)).toContainText('processing forgotten')
  await simulator.call('runToEnd')
  await expect(simulator.belief).toContainText('Paid')
  await expect(simulator.balance).toHaveText('$800.00')
})

test('seed 202: too many requests are turned away at the door', async ({ simulator }) => {
  await load(simulator, { ...KEYED, rateLimit: 1 }, 0)
  await seek(simulator, 1000)
  await expect(simulator.packet('p1.a1.response')).toContainText('turned away')
  await expect(simulator.stage).toContainText('turned away at the door: no code ran')
  await expect(litLine(simulator)).toHaveCount(0)
  await expect(keys(simulator)).toContainText('none yet')
  await simulator.call('runToEnd')
  await expect(simulator.belief).toContainText('Don’t know')
})

test('seed 202: where a key is required, a request without one fails', async ({ simulator }) => {
  await load(simulator, { keyRequired: 'on' }, 0)
  await seek(simulator, 1000)
  await expect(simulator.packet('p1.a1.response')).toContainText(/400.*no key/)
  await expect(simulator.stage).toContainText('turned away at the door: no code ran')
  await simulator.call('runToEnd')
  await expect(simulator.belief).toContainText('Not paid')
  await expect(simulator.balance).toHaveText('$1,000.00')
})

test('seed 202: two memories, each with its own record, charge twice', async ({ simulator }) => {
  const settings = { server: 'saved-response', memory: 'per-instance', responseLoss: 1 } as const
  await load(simulator, { ...KEYED, ...settings }, 0, 2600)
  await seek(simulator, 2000)
  const rows = keys(simulator).getByRole('row')
  await expect(rows.nth(0)).toContainText(/instance 1.*saved 201/)
  await expect(rows.nth(1)).toContainText(/instance 2.*nothing/)
  await seek(simulator, 4600)
  await expect(rows.nth(1)).toContainText(/instance 2.*saved 201/)
  await expect(workers(simulator)).toHaveText(['instance 1 idle', 'instance 2 idle'])
  await expect(simulator.balance).toHaveText('$800.00')
})
