import { expect, test } from './test.ts'

interface Bad {
  readonly name: string
  readonly value: string
  /** The setting whose default holds instead, where it is one. */
  readonly held?: readonly [setting: string, value: unknown]
}

const bad = (name: string, value: string, ...held: [string?, unknown?]): Bad => ({
  name,
  value,
  ...(held[0] === undefined ? {} : { held: [held[0], held[1]] }),
})

/** Bad values for every parameter, an address of them at a time. */
const ADDRESSES: readonly (readonly Bad[])[] = [
  [
    bad('seed', '-1', 'seed', 202),
    bad('keys', 'on', 'keys', 'off'),
    bad('server', 'mainframe', 'server', 'one-transaction'),
    bad('responseLoss', '1.1', 'responseLoss', 0.5),
    bad('requestLoss', '-0.1', 'requestLoss', 0),
    bad('latency', '800-600', 'latency', '600-800'),
    bad('timeout', '2500.5', 'timeout', 2500),
    bad('retry', 'maybe', 'retry', 'manual'),
    bad('attempts', '11', 'attempts', 5),
    bad('backoff', 'none', 'backoff', 'exponential'),
    bad('jitter', '<b>x</b>', 'jitter', 'none'),
    bad('amount', '0', 'amount', 10_000),
    bad('card', 'stolen', 'card', 'ok'),
  ],
  [
    bad('speed', '0'),
    bad('start', 'later'),
    bad('clock', 'broken'),
    bad('theme', 'pink'),
    bad('motion', 'none'),
    bad('embed', '2'),
    bad('hide', 'everything'),
    bad('v', '2'),
  ],
  [
    bad('seed', '4294967296', 'seed', 202),
    bad('drop', 'half', 'responseLoss', 0.5),
    bad('latency', '700', 'latency', '600-800'),
    bad('amount', '1e99', 'amount', 10_000),
    bad('speed', ''),
  ],
]

for (const some of ADDRESSES) {
  const names = some.map(({ name }) => name).join(', ')
  test(`bad values fall back to their defaults, each with a notice to dismiss: ${names}${some === ADDRESSES[1] ? '' : ' @full'}`, async ({
    simulator,
  }) => {
    await simulator.open(Object.fromEntries(some.map(({ name, value }) => [name, value])))
    const dismiss = simulator.dismissButtons
    await expect(dismiss).toHaveCount(some.length)
    const { settings } = await simulator.state()
    for (const [index, { name, value, held }] of some.entries()) {
      const notice = simulator.notice(`${name}=${value}`)
      await expect(notice).toBeVisible()
      if (held) expect(settings, name).toHaveProperty(...held)
      await dismiss.first().click()
      await expect(notice).toBeHidden()
      await expect(dismiss).toHaveCount(some.length - 1 - index)
    }
  })
}

test('several bad values are each named, and the page works @full', async ({ simulator }) => {
  await simulator.open({ drop: 2, keys: 'x', amount: 'much', speed: 8 })
  await expect(simulator.dismissButtons).toHaveCount(3)
  await simulator.pay()
  await simulator.waitUntilIdle()
  await expect(simulator.balance).toHaveText('$900.00')
})

test('unknown names are ignored, and nothing of an address can break the page', async ({
  simulator,
  page,
}) => {
  const foreign = [
    '?utm_source=course&fbclid=1&__proto__=1&constructor=2&toString=3',
    '?seed=7&seed=8&=&&&a',
    '?%E0%A4%A&seed=7',
    `?x=${'y'.repeat(4000)}`,
  ]
  for (const address of foreign) {
    await page.goto(`./${address}`)
    await simulator.ready()
    await expect(simulator.verdict).toContainText('Press Pay')
    await expect(simulator.dismissButtons).toHaveCount(0)
  }
})

/** One of each kind; src/embed/run-link.test.ts has many more. */
const BROKEN_RUNS: Readonly<Record<string, string>> = {
  truncated: '{"settings":{"seed":202},"inputs":[{"at":0,"type":"p',
  'an unknown setting': '{"settings":{"colour":"red"},"inputs":[]}',
  'a time beyond the last': '{"inputs":[{"at":1e9,"type":"pay"}]}',
}

test('a run that cannot be read gives a notice and the simulator as it begins', async ({ simulator }) => {
  for (const [what, run] of Object.entries(BROKEN_RUNS)) {
    await test.step(what, async () => {
      await simulator.open({ run })
      const notice = simulator.notice(/^The run in this address/)
      await expect(notice).toBeVisible()
      await expect(simulator.balance).toHaveText('$1,000.00')
      expect(await simulator.trace()).toEqual([])
      await simulator.dismissButtons.click()
      await expect(notice).toBeHidden()
    })
  }
})

test('settings in the address hold, and the address keeps up with them', async ({ simulator, page }) => {
  await simulator.open({ seed: 7, keys: 'per-payment', drop: 0.25, latency: '100-200', amount: 2550 })
  const { settings } = await simulator.state()
  expect(settings).toMatchObject({
    seed: 7,
    keys: 'per-payment',
    responseLoss: 0.25,
    latency: '100-200',
    amount: 2550,
  })
  await simulator.setKeys(false)
  await expect(page).toHaveURL(address => {
    const { searchParams } = address
    return (
      searchParams.get('seed') === '7' && !searchParams.has('keys') && searchParams.get('amount') === '2550'
    )
  })
})
