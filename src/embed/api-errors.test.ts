import { expect, it } from 'vitest'
import { BadValueError, LimitError } from '../sim/index.ts'
import { CALM, pays } from '../sim/testing/run.ts'
import { scripted } from '../testing/scripted.ts'
import type { DoubleCharge } from './api-types.ts'

/** An argument as a script without types may pass it. */
type Loose = Record<keyof DoubleCharge, (...args: unknown[]) => unknown>

const amountRange = 'a whole number of minor units from 1 to 99999999'
const timeRange = 'a number of milliseconds from 0 to'
const round: Record<string, unknown> = {}
round.self = round

it.each<[keyof DoubleCharge, unknown[], string, string]>([
  ['pay', [null], 'options is null', '{ amount? }'],
  ['pay', [5], 'options is 5', '{ amount? }'],
  ['pay', [{ amount: '5' }], 'amount is "5"', amountRange],
  ['pay', [{ amount: null }], 'amount is null', amountRange],
  ['pay', [{ amount: 0 }], 'amount is 0', amountRange],
  ['pay', [{ amount: 1.5 }], 'amount is 1.5', amountRange],
  ['pay', [{ amount: Number.NaN }], 'amount is NaN', amountRange],
  ['pay', [{ amount: 100_000_000 }], 'amount is 100000000', amountRange],
  ['dropMessage', [], 'messageId is undefined', 'a message id such as p1.a1.request'],
  ['dropMessage', ['p1'], 'messageId is "p1"', 'a message id such as p1.a1.request'],
  ['dropMessage', [{}], 'messageId is {}', 'a message id such as p1.a1.request'],
  ['configure', [], 'settings is undefined', 'an object of settings'],
  ['configure', [[]], 'settings is []', 'an object of settings'],
  [
    'configure',
    [{ keys: 'on' }],
    'settings.keys is "on"',
    'one of off, per-payment, per-attempt, per-session',
  ],
  ['configure', [{ timeout: 99 }], 'settings.timeout is 99', 'a whole number from 100 to 60000 ms'],
  ['configure', [{ responseLoss: '0.5' }], 'settings.responseLoss is "0.5"', 'a number from 0 to 1'],
  ['configure', [{ latency: '9-5' }], 'settings.latency is "9-5"', '"min-max" with whole ms from 0 to 60000'],
  ['configure', [{ drop: 1 }], 'settings.drop is 1', 'left out: '],
  ['configure', [{ seed: 1 }], 'settings.seed is 1', 'left out: the seed holds for'],
  ['configure', [round], 'settings.self is', 'left out: '],
  ['load', [], 'session is undefined', '{ settings?, inputs? }'],
  ['load', [{ inputs: 'pay' }], 'inputs is "pay"', 'an array of inputs'],
  ['load', [{ settings: { card: 'gold' } }], 'settings.card is "gold"', 'one of ok, declined'],
  ['load', [{ inputs: [{ at: 0, type: 'buy' }] }], 'inputs[0].type is "buy"', 'one of pay, newPayment'],
  [
    'load',
    [{ inputs: [{ at: -1, type: 'pay' }] }],
    'inputs[0].at is -1',
    'a whole number of milliseconds from 0',
  ],
  ['rerun', [], 'settings is undefined', 'an object of settings'],
  ['rerun', [{ seed: -1 }], 'settings.seed is -1', 'a whole number from 0 to 4294967295'],
  ['seek', [], 'ms is undefined', timeRange],
  ['seek', [-1], 'ms is -1', timeRange],
  ['seek', [Number.NaN], 'ms is NaN', timeRange],
  ['seek', ['5'], 'ms is "5"', timeRange],
  ['seek', [Number.POSITIVE_INFINITY], 'ms is Infinity', timeRange],
  ['advance', [-0.1], 'ms is -0.1', timeRange],
  ['advance', [null], 'ms is null', timeRange],
  ['waitFor', [], 'kind is undefined', 'one of payment.opened, payment.closed'],
  ['waitFor', ['paid'], 'kind is "paid"', 'one of payment.opened, payment.closed'],
  ['waitFor', ['payment.paid', 'p1'], 'options is "p1"', '{ payment?, attempt?, afterId?, timeoutMs? }'],
  ['waitFor', ['payment.paid', null], 'options is null', '{ payment?, attempt?, afterId?, timeoutMs? }'],
  ['waitFor', ['payment.paid', { payment: 1 }], 'options.payment is 1', 'a payment id such as p1'],
  ['waitFor', ['payment.paid', { payment: 'p0' }], 'options.payment is "p0"', 'a payment id such as p1'],
  ['waitFor', ['payment.paid', { payment: ['p1'] }], 'options.payment is ["p1"]', 'a payment id such as p1'],
  [
    'waitFor',
    ['payment.paid', { payment: Symbol('p1') }],
    'options.payment is Symbol(p1)',
    'a payment id such as p1',
  ],
  ['waitFor', ['payment.paid', { attempt: 0 }], 'options.attempt is 0', 'a whole number from 1 to 1000'],
  [
    'waitFor',
    ['payment.paid', { afterId: -2 }],
    'options.afterId is -2',
    'a whole number from -1 to 1000000',
  ],
  [
    'waitFor',
    ['payment.paid', { timeoutMs: '5' }],
    'options.timeoutMs is "5"',
    'a whole number from 0 to 600000',
  ],
  ['on', [], 'listener is undefined', 'a function'],
  ['on', ['event', 'log'], 'listener is "log"', 'a function'],
  ['on', ['tick', () => {}], 'type is "tick"', 'one of event, state, payment.opened'],
  ['caption', [], 'text is undefined', 'null or a text of at most 500 characters'],
  ['caption', [5], 'text is 5', 'null or a text of at most 500 characters'],
  ['caption', ['x'.repeat(501)], 'text is "xxx', 'null or a text of at most 500 characters'],
])('%s(%o) is refused: %s, and nothing is changed', (method, args, argument, range) => {
  const { api, simulator } = scripted({ settings: CALM, inputs: pays(0, 500), atMs: 800 })
  const before = simulator.state
  const told = api.getState()
  let error: unknown
  try {
    ;(api as unknown as Loose)[method](...args)
  } catch (thrown) {
    error = thrown
  }
  expect(error).toBeInstanceOf(BadValueError)
  expect((error as Error).message).toContain(argument)
  expect((error as Error).message).toContain(`but must be ${range}`)
  expect(simulator.state).toBe(before)
  expect(api.getState()).toEqual(told)
})

it('pay over the limit is refused by a LimitError that names it, and nothing is changed', () => {
  const { api, simulator } = scripted({ clock: 'manual' })
  for (let attempt = 0; attempt < 20; attempt += 1) api.pay()
  const before = simulator.state
  expect(() => api.pay()).toThrow(LimitError)
  expect(simulator.state).toBe(before)
})

it('configure may change the seed only before the first input', () => {
  const { api } = scripted()
  api.configure({ seed: 1 })
  expect(api.getState().seed).toBe(1)
  api.pay()
  expect(() => api.configure({ seed: 2 })).toThrow(BadValueError)
})

it('a misspelt name in a session or in what one pays is refused, not passed over', () => {
  const { api, simulator } = scripted()
  const before = simulator.state.session
  const load = (session: object) => () => api.load(session)
  expect(load({ input: [] })).toThrow(
    'session.input is [], but must be left out: there are settings, inputs.',
  )
  expect(load({ inputs: [{ at: 0, type: 'pay', amout: 3 }] })).toThrow('inputs[0].amout is 3')
  expect(() => api.pay({ amout: 5 } as object)).toThrow('options.amout is 5')
  expect(simulator.state.session).toBe(before)
})
