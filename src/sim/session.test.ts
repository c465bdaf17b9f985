import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { replayChoices } from './drivers/recorded.ts'
import { simulate } from './drivers/timed.ts'
import { LIMITS, LimitError } from './limits.ts'
import { BadValueError, DEFAULT_SETTINGS } from './scenario.ts'
import { checkInput, checkSession, type Input } from './session.ts'
import { session } from './testing/arbitraries.ts'
import { itHolds, PATIENCE_MS } from './testing/property.ts'
import { lastState, run } from './testing/run.ts'

describe('checkSession', () => {
  itHolds(
    'takes every session that can be drawn from the table, as it is',
    { seed: 41, runs: 200 },
    fc.property(session, drawn => {
      expect(checkSession(drawn)).toEqual(drawn)
      expect(checkSession(JSON.parse(JSON.stringify(drawn)))).toEqual(drawn)
    }),
  )

  it('fills in the defaults', () => {
    expect(checkSession({})).toEqual({ settings: DEFAULT_SETTINGS, inputs: [] })
    expect(checkSession({ settings: { seed: 7 } }).settings).toEqual({ ...DEFAULT_SETTINGS, seed: 7 })
  })

  it('puts the inputs in order of time, and keeps the order of those at the same time', () => {
    const inputs = [
      { at: 20, type: 'newPayment' },
      { at: 10, type: 'pay' },
      { at: 20, type: 'pay', amount: 5 },
    ]
    const before = structuredClone(inputs)
    expect(checkSession({ inputs }).inputs).toEqual([inputs[1], inputs[0], inputs[2]])
    expect(inputs).toEqual(before)
  })

  it.each([1, 99_999_999])('takes an amount of %d', amount => {
    expect(checkInput({ at: 0, type: 'pay', amount })).toEqual({ at: 0, type: 'pay', amount })
  })

  it('drops what is no part of this kind of input, and refuses what is part of none', () => {
    const input = { at: 1, type: 'newPayment', amount: 5 }
    expect(checkInput(input)).toEqual({ at: 1, type: 'newPayment' })
    expect(() => checkInput({ ...input, note: 'x' })).toThrow('input.note is "x", but must be left out')
  })

  it.each<[string, unknown, string]>([
    ['nothing', undefined, 'session is undefined, but must be { settings?, inputs? }.'],
    ['null', null, 'session is null, but must be { settings?, inputs? }.'],
    ['a list', [], 'session is [], but must be { settings?, inputs? }.'],
    [
      'a misspelt name',
      { input: 1 },
      'session.input is 1, but must be left out: there are settings, inputs.',
    ],
    ['inputs that are no list', { inputs: {} }, 'inputs is {}, but must be an array of inputs.'],
    ['settings that are none', { settings: 3 }, 'settings is 3, but must be an object of settings.'],
    ['a bad setting', { settings: { card: 1 } }, 'settings.card is 1, but must be one of ok, declined.'],
    ['an input that is none', { inputs: [5] }, 'inputs[0] is 5, but must be an input.'],
    ['an input that is null', { inputs: [null] }, 'inputs[0] is null, but must be an input.'],
    [
      'no time',
      { inputs: [{ type: 'pay' }] },
      'inputs[0].at is undefined, but must be a whole number of milli',
    ],
    ['a time before 0', { inputs: [{ at: -1, type: 'pay' }] }, 'inputs[0].at is -1, but must be'],
    ['half a millisecond', { inputs: [{ at: 0.5, type: 'pay' }] }, 'inputs[0].at is 0.5, but must be'],
    [
      'an unknown type',
      { inputs: [{ at: 0, type: 'buy' }] },
      'inputs[0].type is "buy", but must be one of pay, n',
    ],
    [
      'an amount of nothing',
      { inputs: [{ at: 0, type: 'pay', amount: 0 }] },
      'inputs[0].amount is 0, but must be a whole number of minor units from 1 to 99999999.',
    ],
    ['half a minor unit', { inputs: [{ at: 0, type: 'pay', amount: 1.5 }] }, 'inputs[0].amount is 1.5, but'],
    [
      'too much money',
      { inputs: [{ at: 0, type: 'pay', amount: 1e8 }] },
      'inputs[0].amount is 100000000, but',
    ],
    [
      'a message that cannot be',
      { inputs: [{ at: 0, type: 'dropMessage', message: 'p0.a1.request' }] },
      'inputs[0].message is "p0.a1.request", but must be a message id such as p1.a1.request',
    ],
    [
      'a changed seed',
      { inputs: [{ at: 0, type: 'configure', settings: { seed: 1 } }] },
      'inputs[0].settings.seed is 1, but must be left out',
    ],
    [
      'a bad change',
      { inputs: [{ at: 0, type: 'configure', settings: { timeout: 1 } }] },
      'inputs[0].settings.timeout is 1, but must be a whole number from 100 to 60000 ms.',
    ],
    [
      'a change of nothing',
      { inputs: [{ at: 0, type: 'configure' }] },
      'inputs[0].settings is undefined, but',
    ],
  ])('refuses %s', (_, value, message) => {
    const before = JSON.stringify(value)
    expect(() => checkSession(value)).toThrow(BadValueError)
    expect(() => checkSession(value)).toThrow(message)
    expect(JSON.stringify(value)).toBe(before)
  })
})

describe('the limits', () => {
  const purchases = (count: number): Input[] =>
    Array.from({ length: count }, (_, index) => ({ at: index, type: index % 2 === 0 ? 'pay' : 'newPayment' }))

  it('allow 500 inputs, which buy 250 times', () => {
    const { inputs } = checkSession({ inputs: purchases(500) })
    expect(lastState(run({}, inputs)).payments).toHaveLength(LIMITS.payments)
  })

  it.each([checkSession, simulate])('refuse the 501st input, and with it the 251st payment (%o)', check => {
    const inputs = purchases(501)
    expect(() => check({ settings: DEFAULT_SETTINGS, inputs })).toThrow(LimitError)
    expect(() => check({ settings: DEFAULT_SETTINGS, inputs })).toThrow(
      'A session cannot hold 501 inputs. The limit is 500 (inputs).',
    )
  })

  it('refuse an input later than an hour', () => {
    const hour = { at: 3_600_000, type: 'newPayment' }
    expect(checkInput(hour)).toEqual(hour)
    expect(() => checkInput({ ...hour, at: 3_600_001 })).toThrow(LimitError)
    expect(() => checkInput({ ...hour, at: 3_600_001 })).toThrow(
      'An input cannot come at 3600001 ms. The limit is 3600000 (inputAtMs).',
    )
  })

  it(
    'refuse the 50,001st event',
    () => {
      const nothing = { choice: { kind: 'configure', settings: {} } } as const
      const full = Array.from({ length: 50_000 }, () => nothing)
      expect(replayChoices(DEFAULT_SETTINGS, full).events).toHaveLength(50_000)
      expect(() => replayChoices(DEFAULT_SETTINGS, [...full, nothing])).toThrow(LimitError)
    },
    PATIENCE_MS,
  )
})
