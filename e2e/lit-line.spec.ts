import { type Input, type Settings, STRATEGY_IDS } from '../src/sim/index.ts'
import type { Simulator } from './simulator.ts'
import { expect, standingTest, test } from './test.ts'
import { type Working, workingAfter } from './working-line.ts'

const pay = (...times: number[]): Input[] => times.map(at => ({ at, type: 'pay' }))

const otherPayload: readonly Input[] = [
  ...pay(0),
  { at: 2600, type: 'newPayment' },
  { at: 2700, type: 'pay', amount: 2500 },
]

interface Path {
  readonly settings: Partial<Settings>
  readonly inputs: readonly Input[]
  /** The operations this path is here for. */
  readonly operations: readonly string[]
  /** How many workers are busy at once at the most. */
  readonly busy: 1 | 2
}

/** Ways through the strategies. The latency is even, so that what is pressed together arrives together. */
const PATHS: Readonly<Record<string, Path>> = {
  'no-key: two attempts at once': {
    settings: {},
    inputs: pay(0, 100),
    operations: ['ledger.charge(', 'answer(row)'],
    busy: 2,
  },
  'no-key: a declined card': {
    settings: { card: 'declined' },
    inputs: pay(0),
    operations: ['ledger.charge(', 'answer(row)'],
    busy: 1,
  },
  'no-key: three attempts at one moment, the third waits': {
    settings: {},
    inputs: pay(0, 0, 0),
    operations: ['ledger.charge(', 'answer(row)'],
    busy: 2,
  },
  'no-key: attempt 1 of two payments at one moment': {
    settings: {},
    inputs: [...pay(0), { at: 0, type: 'newPayment' }, ...pay(0)],
    operations: ['ledger.charge(', 'answer(row)'],
    busy: 2,
  },
  'check-then-act: two that race, then one that finds the key': {
    settings: { keys: 'per-payment', server: 'check-then-act', responseLoss: 1 },
    inputs: pay(0, 100, 2600),
    operations: ['store.exists(', 'store.set(', 'ledger.charge(', 'answer(row)', 'alreadyDone()'],
    busy: 2,
  },
  'check-then-act: a declined card': {
    settings: { keys: 'per-payment', server: 'check-then-act', card: 'declined' },
    inputs: pay(0),
    operations: ['store.exists(', 'store.set(', 'ledger.charge(', 'answer(row)'],
    busy: 1,
  },
  'one-transaction: an answer, then the saved one': {
    settings: { keys: 'per-payment', responseLoss: 1 },
    inputs: pay(0, 2600),
    operations: ['tx.insert(', 'tx.charge(', 'tx.commit(', 'answer(row)', 'replay(seen)'],
    busy: 1,
  },
  'one-transaction: a retry while the first is in flight': {
    settings: { keys: 'per-payment' },
    inputs: pay(0, 200),
    operations: ['tx.insert(', 'tx.charge(', 'tx.commit(', 'answer(row)', 'conflict()'],
    busy: 2,
  },
  'one-transaction: the same key with another payload': {
    settings: { keys: 'per-session' },
    inputs: otherPayload,
    operations: ['tx.insert(', 'tx.charge(', 'tx.commit(', 'answer(row)', 'mismatch()'],
    busy: 1,
  },
  'one-transaction: a declined card, saved and replayed': {
    settings: { keys: 'per-payment', card: 'declined', responseLoss: 1 },
    inputs: pay(0, 2600),
    operations: ['tx.insert(', 'tx.charge(', 'tx.commit(', 'answer(row)', 'replay(seen)'],
    busy: 1,
  },
  'one-transaction beside no-key': {
    settings: {},
    inputs: [
      ...pay(0),
      { at: 50, type: 'configure', settings: { keys: 'per-payment' } },
      { at: 60, type: 'newPayment' },
      ...pay(100),
    ],
    operations: ['ledger.charge(', 'answer(row)', 'tx.insert(', 'tx.charge(', 'tx.commit('],
    busy: 2,
  },
  'charge-then-record: one that records, one that finds it': {
    settings: { keys: 'per-payment', server: 'charge-then-record', responseLoss: 1 },
    inputs: pay(0, 2600),
    operations: ['store.get(', 'ledger.charge(', 'store.save(', 'answer(row)', 'replay(seen)'],
    busy: 1,
  },
  'unique-200: a key, then the violation': {
    settings: { keys: 'per-payment', server: 'unique-200' },
    inputs: pay(0, 200),
    operations: ['db.insert(', 'ledger.charge(', 'answer(row)', 'alreadyDone()'],
    busy: 2,
  },
  'unique-409: a key, then the violation': {
    settings: { keys: 'per-payment', server: 'unique-409' },
    inputs: pay(0, 200),
    operations: ['db.insert(', 'ledger.charge(', 'answer(row)', 'duplicateKey()'],
    busy: 2,
  },
  'set-nx: a conflict, then done': {
    settings: { keys: 'per-payment', server: 'set-nx', responseLoss: 1 },
    inputs: pay(0, 200, 2800),
    operations: [
      'store.setNX(',
      'ledger.charge(',
      'store.set(',
      'answer(row)',
      'conflict()',
      'alreadyDone()',
    ],
    busy: 2,
  },
  'set-nx: asleep, and then an error after the charge': {
    settings: { keys: 'per-payment', server: 'set-nx', pause: 1000, serverError: 'after-charge' },
    inputs: pay(0),
    operations: ['store.setNX(', 'ledger.charge(', 'answer(row)'],
    busy: 1,
  },
  'lock-check-outside: one without the lock, one that finds the answer': {
    settings: { keys: 'per-payment', server: 'lock-check-outside', responseLoss: 1 },
    inputs: pay(0, 100, 2800),
    operations: [
      'store.get(',
      'store.lock(',
      'ledger.charge(',
      'store.save(',
      'store.unlock(',
      'answer(row)',
      'conflict()',
      'replay(seen)',
    ],
    busy: 2,
  },
  'lua-get-or-claim: a conflict, then the saved answer': {
    settings: { keys: 'per-payment', server: 'lua-get-or-claim', responseLoss: 1 },
    inputs: pay(0, 200, 2800),
    operations: [
      'store.claim(',
      'ledger.charge(',
      'store.save(',
      'answer(row)',
      'conflict()',
      'replay(seen)',
    ],
    busy: 2,
  },
  'lua-get-or-claim: another payload': {
    settings: { keys: 'per-session', server: 'lua-get-or-claim' },
    inputs: otherPayload,
    operations: ['store.claim(', 'ledger.charge(', 'store.save(', 'answer(row)', 'mismatch()'],
    busy: 1,
  },
  'saved-response: both charge, then the saved answer': {
    settings: { keys: 'per-payment', server: 'saved-response', responseLoss: 1 },
    inputs: pay(0, 200, 2800),
    operations: ['store.claim(', 'ledger.charge(', 'store.save(', 'answer(row)', 'replay(seen)'],
    busy: 2,
  },
  'saved-response: another payload': {
    settings: { keys: 'per-session', server: 'saved-response' },
    inputs: otherPayload,
    operations: ['store.claim(', 'ledger.charge(', 'store.save(', 'answer(row)', 'mismatch()'],
    busy: 1,
  },
  'saved-response-downstream-key: the ledger knows the key, then the saved answer': {
    settings: { keys: 'per-payment', server: 'saved-response-downstream-key', responseLoss: 1 },
    inputs: pay(0, 200, 2800),
    operations: ['store.claim(', 'ledger.charge(', 'store.save(', 'answer(row)', 'replay(seen)'],
    busy: 2,
  },
  'saved-response-downstream-key: another payload': {
    settings: { keys: 'per-session', server: 'saved-response-downstream-key' },
    inputs: otherPayload,
    operations: ['store.claim(', 'ledger.charge(', 'store.save(', 'answer(row)', 'mismatch()'],
    busy: 1,
  },
  'saved-response-downstream-key: a crash after the charge, then again': {
    settings: {
      keys: 'per-payment',
      server: 'saved-response-downstream-key',
      crash: 'after-charge',
      retry: 'auto',
    },
    inputs: pay(0),
    operations: ['store.claim(', 'ledger.charge(', 'store.save(', 'answer(row)'],
    busy: 1,
  },
}

interface LitLine {
  readonly handler: string
  readonly text: string
  readonly running: boolean
  readonly attempts: readonly string[]
}

interface Moment {
  readonly timeMs: number
  readonly working: readonly Working[]
  readonly lines: readonly LitLine[]
}

/** Steps to the end of the run; what was being done and which lines could be seen lit at each time. */
async function walk(simulator: Simulator): Promise<Moment[]> {
  const { moments, trace } = await simulator.place.evaluate(async () => {
    const litLines = () =>
      [...document.querySelectorAll('[data-testid="lit-line"]')]
        .filter(line => line.checkVisibility())
        .map(line => ({
          handler: line.closest('[data-testid="handler"]')?.getAttribute('data-strategy') ?? '',
          text: line.textContent ?? '',
          running: line.getAttribute('data-running') === 'true',
          attempts: [...line.querySelectorAll('[role="img"]:not([data-doing="died"])')].map(
            mark => mark.getAttribute('aria-label') ?? '',
          ),
        }))
    const api = window.doubleCharge
    const moments: { timeMs: number; events: number; lines: LitLine[] }[] = []
    while (moments.length < 100) {
      await new Promise(requestAnimationFrame)
      const { timeMs, status } = api.getState()
      moments.push({ timeMs, events: api.getTrace().length, lines: litLines() })
      if (status === 'idle') break
      api.step()
    }
    return { moments, trace: api.getTrace() }
  })
  return moments.map(({ events, ...moment }) => ({
    ...moment,
    working: workingAfter(trace.slice(0, events)),
  }))
}

/** Every worker's operation is in a lit line that bears its attempt's number, and no other worker is shown at work. */
function expectLit(lines: readonly LitLine[], working: readonly Working[], when: string) {
  const running = lines.filter(line => line.running)
  for (const { handler, operation, attempt } of working) {
    const line = running.find(each => each.handler === handler && each.text.includes(operation))
    expect(line, `${when}: ${operation} of ${handler} is lit`).toBeTruthy()
    expect(line?.attempts.join(', '), `${when}: ${operation} bears the number ${attempt}`).toContain(
      `attempt ${attempt}`,
    )
  }
  const marks = running.flatMap(line => line.attempts)
  expect(marks, `${when}: a number for each busy worker`).toHaveLength(working.length)
}

/** Of the strategies those with most in them; the full run walks all. */
const DAILY: readonly string[] = ['check-then-act', 'one-transaction']

for (const strategy of STRATEGY_IDS) {
  const paths = Object.entries(PATHS).filter(([name]) => name.split(/:| beside/)[0] === strategy)
  standingTest(
    `the lit line contains the operation that is running, seed 202: ${strategy}${DAILY.includes(strategy) ? '' : ' @full'}`,
    async ({ simulator }) => {
      for (const [name, { settings, inputs, operations, busy }] of paths) {
        await test.step(name, async () => {
          await simulator.call('load', {
            settings: { latency: '700-700', responseLoss: 0, ...settings },
            inputs: [...inputs],
          })
          const moments = await walk(simulator)
          for (const { timeMs, working, lines } of moments)
            expectLit(lines, working, `${name}, at ${timeMs} ms`)
          const seen = new Set(moments.flatMap(({ working }) => working.map(({ operation }) => operation)))
          expect([...seen].sort()).toEqual([...operations].sort())
          expect(Math.max(...moments.map(({ working }) => working.length))).toBe(busy)
        })
      }
    },
  )
}

test('on a phone the code is folded, and open it is lit too', async ({ simulator, page }) => {
  await page.setViewportSize({ width: 375, height: 667 })
  await simulator.open({ seed: 202, clock: 'manual', motion: 'reduce' })
  await page.getByRole('button', { name: /code/ }).click()
  await simulator.call('pay')
  const moments = await walk(simulator)
  for (const { timeMs, working, lines } of moments) expectLit(lines, working, `at ${timeMs} ms`)
  expect(moments.some(({ lines }) => lines.some(({ running }) => running))).toBe(true)
})
