import { expect, test } from './test.ts'

const STORY = {
  inputs: [
    { at: 0, type: 'pay' as const },
    { at: 2500, type: 'pay' as const },
  ],
}

test('window.doubleCharge is there, frozen, version 1, ready; what it gives out are copies', async ({
  simulator,
  page,
}) => {
  await simulator.open({ seed: 202, clock: 'manual' })
  const found = await page.evaluate(async session => {
    const api = window.doubleCharge
    const ready = await api.ready
    api.load(session)
    const end = await api.runToEnd()
    const hash = api.traceHash()
    const state = api.getState()
    const trace = api.getTrace()
    const text = JSON.stringify([state, trace])
    for (const event of trace) Object.assign(event, { kind: 'mine', at: -1 })
    Object.assign(state.settings, { keys: 'mine' })
    state.payments.length = 0
    Object.assign(end, { balance: 0 })
    Reflect.set(api, 'pay', null)
    Reflect.deleteProperty(api, 'pay')
    return {
      ready: ready === undefined,
      version: api.version,
      frozen: Object.isFrozen(api),
      pay: typeof api.pay,
      same: JSON.stringify([api.getState(), api.getTrace()]) === text,
      plain: JSON.stringify(JSON.parse(text)) === text,
      hash: api.traceHash() === hash,
    }
  }, STORY)
  expect(found).toEqual({
    ready: true,
    version: 1,
    frozen: true,
    pay: 'function',
    same: true,
    plain: true,
    hash: true,
  })
})

test('seed 202: state and trace tell the double charge as the contract says', async ({ simulator }) => {
  await simulator.open({ seed: 202, clock: 'manual' })
  await simulator.call('load', STORY)
  expect(await simulator.trace()).toMatchObject([{ kind: 'payment.opened', at: 0 }, { kind: 'attempt.sent' }])
  const state = await simulator.call('runToEnd')
  expect(state).toEqual(await simulator.state())
  const trace = await simulator.trace()
  const broken = trace.find(({ kind }) => kind === 'promise.broken')
  expect(state).toMatchObject({
    seed: 202,
    timeMs: 4146,
    endMs: 4146,
    eventId: trace.length - 1,
    status: 'idle',
    balance: 80_000,
    expectedBalance: 90_000,
    payments: [{ id: 'p1', amount: 10_000, attempts: 2, charges: 2, belief: 'paid' }],
    violations: [{ payment: 'p1', eventId: broken?.id }],
  })
  expect(trace.map(({ id }) => id)).toEqual(trace.map((_, index) => index))
  for (const event of trace) for (const cause of event.cause) expect(cause).toBeLessThan(event.id)
  const sent = trace.find(({ kind }) => kind === 'attempt.sent')
  expect(sent).toMatchObject({ message: 'p1.a1.request', request: { method: 'POST' } })
  expect(typeof sent?.data?.latencyMs).toBe('number')
  await expect(simulator.root).toHaveAttribute('data-status', 'idle')
  await expect(simulator.root).toHaveAttribute('data-time-ms', '4146')
})

test('seed 202: configure sets what a run begins with, later it is an input', async ({ simulator }) => {
  await simulator.open({ seed: 202, clock: 'manual' })
  await simulator.call('configure', { keys: 'per-payment', amount: 2500 })
  expect(await simulator.trace()).toEqual([])
  await expect(simulator.keysSwitch).toBeChecked()
  await simulator.call('pay')
  await simulator.call('advance', 100)
  await simulator.call('configure', { keys: 'off' })
  expect((await simulator.trace()).at(-1)).toMatchObject({
    at: 100,
    actor: 'person',
    kind: 'settings.changed',
  })
  await expect(simulator.keysSwitch).not.toBeChecked()
  // The payment under way keeps the policy it was opened with.
  await simulator.call('runToEnd')
  await simulator.call('pay')
  await simulator.call('runToEnd')
  expect(await simulator.state()).toMatchObject({ balance: 97_500, payments: [{ attempts: 2, charges: 1 }] })
})

test('seed 202: pay with an amount, newPayment, dropMessage, rerun, reset, undo, redo', async ({
  simulator,
}) => {
  await simulator.open({ seed: 202, clock: 'manual' })
  await simulator.call('pay', { amount: 2500 })
  // Not yet sent: it is lost on sending.
  await simulator.call('dropMessage', 'p1.a1.response')
  await simulator.call('runToEnd')
  expect((await simulator.trace()).find(({ kind }) => kind === 'response.lost')).toMatchObject({
    actor: 'person',
  })
  await simulator.call('newPayment')
  await simulator.call('pay')
  await simulator.call('runToEnd')
  const { payments } = await simulator.state()
  expect(payments).toMatchObject([{ amount: 2500 }, { amount: 10_000 }])

  const hash = await simulator.hash()
  await simulator.call('rerun', { keys: 'per-payment' })
  expect(await simulator.state()).toMatchObject({ timeMs: 0, settings: { keys: 'per-payment' } })
  await simulator.call('runToEnd')
  expect(await simulator.hash()).not.toBe(hash)
  await simulator.call('undo')
  expect(await simulator.hash()).toBe(hash)
  await simulator.call('redo')
  expect(await simulator.state()).toMatchObject({ settings: { keys: 'per-payment' } })
  await simulator.call('reset')
  expect(await simulator.trace()).toEqual([])
  expect(await simulator.state()).toMatchObject({
    seed: 202,
    balance: 100_000,
    settings: { keys: 'per-payment' },
  })
})

test('seed 202: on tells events and states as they pass, until it is called off', async ({
  simulator,
  page,
}) => {
  await simulator.open({ seed: 202, clock: 'manual' })
  const heard = await page.evaluate(async session => {
    const api = window.doubleCharge
    const kinds: string[] = []
    const losses: number[] = []
    const statuses: string[] = []
    const off = [
      api.on('event', event => kinds.push((event as { kind: string }).kind)),
      api.on('response.lost', event => losses.push((event as { at: number }).at)),
      api.on('state', state => statuses.push((state as { status: string }).status)),
    ]
    api.load(session)
    api.advance(2000)
    api.advance(500)
    for (const end of off) end()
    const count = kinds.length
    await api.runToEnd()
    return { kinds, losses, statuses, silent: kinds.length === count, trace: api.getTrace().map(e => e.kind) }
  }, STORY)
  expect(heard.losses).toEqual([1432])
  expect(heard.kinds).toEqual(heard.trace.slice(0, heard.kinds.length))
  expect(heard.kinds).toContain('payment.unknown')
  expect(heard.statuses).toContain('paused')
  expect(heard.silent).toBe(true)
})

test('a caption is shown in its region and announced', async ({ simulator }) => {
  await simulator.open({ seed: 202, clock: 'manual' })
  await expect(simulator.caption).toHaveCount(0)
  await simulator.call('caption', 'Watch the answer.')
  await expect(simulator.caption).toHaveText('Watch the answer.')
  await expect(simulator.status).toHaveText('Watch the answer.')
  await simulator.call('caption', null)
  await expect(simulator.caption).toHaveCount(0)
})
