import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatKnob, isValid, type Knob, parseKnob, rangeOf } from './knob.ts'
import { BadValueError, checkSettings, DEFAULT_SETTINGS, SCENARIO, SETTING_NAMES } from './scenario.ts'
import { anyOf, settings } from './testing/arbitraries.ts'
import { itHolds } from './testing/property.ts'

describe('the defaults', () => {
  it('are those that tell the story', () => {
    expect(DEFAULT_SETTINGS).toEqual({
      seed: 202,
      keys: 'off',
      server: 'one-transaction',
      responseLoss: 0.5,
      requestLoss: 0,
      latency: '600-800',
      timeout: 2500,
      retry: 'manual',
      attempts: 5,
      backoff: 'exponential',
      jitter: 'none',
      amount: 10_000,
      card: 'ok',
      duplicate: 0,
      rateLimit: 0,
      crash: 'none',
      pause: 0,
      serverError: 'none',
      errorReplay: 'saved',
      keyRequired: 'off',
      memory: 'shared',
      ttl: 86_400_000,
      lease: 10_000,
    })
  })

  it('are each a value that may be set', () => {
    expect(checkSettings(DEFAULT_SETTINGS)).toEqual(DEFAULT_SETTINGS)
  })
})

describe.each(SETTING_NAMES)('the setting %s', name => {
  const knob: Knob = SCENARIO[name]

  itHolds(
    'is the same after it was written and read',
    { seed: 31, runs: 200 },
    fc.property(anyOf(knob), value => {
      expect(isValid(knob, value)).toBe(true)
      expect(parseKnob(knob, formatKnob(value))).toEqual(value)
    }),
  )

  itHolds(
    'refuses every text that it cannot be set to',
    { seed: 32, runs: 200 },
    fc.property(fc.string(), text => {
      const value = parseKnob(knob, text)
      expect(value === undefined || isValid(knob, value)).toBe(true)
    }),
  )

  it.each([null, true, [], {}, Number.NaN, Number.POSITIVE_INFINITY, -1, '', ' ', 'constructor'])(
    'refuses %j, naming argument, value and range',
    value => {
      expect(() => checkSettings({ [name]: value })).toThrow(BadValueError)
      expect(() => checkSettings({ [name]: value })).toThrow(`settings.${name} is `)
      expect(() => checkSettings({ [name]: value })).toThrow(`but must be ${rangeOf(knob)}.`)
    },
  )

  it('has a label for its control', () => {
    expect(knob.label).toMatch(/^[A-Z]/)
  })
})

describe('checkSettings', () => {
  itHolds(
    'takes every setting that the table allows',
    { seed: 33, runs: 200 },
    fc.property(settings, drawn => {
      expect(checkSettings(drawn)).toEqual(drawn)
    }),
  )

  it('leaves out what is undefined', () => {
    expect(checkSettings({ seed: undefined, keys: 'off' })).toEqual({ keys: 'off' })
  })

  it.each<[string, unknown, string]>([
    [
      'a number out of range',
      { seed: -1 },
      'settings.seed is -1, but must be a whole number from 0 to 4294967295.',
    ],
    ['a fraction', { attempts: 1.5 }, 'settings.attempts is 1.5, but must be a whole number from 1 to 10.'],
    [
      'a number as text',
      { timeout: '2500' },
      'settings.timeout is "2500", but must be a whole number from 100',
    ],
    [
      'a share above 1',
      { responseLoss: 1.01 },
      'settings.responseLoss is 1.01, but must be a number from 0 to 1.',
    ],
    ['no number', { requestLoss: Number.NaN }, 'settings.requestLoss is NaN, but must be'],
    [
      'an unknown option',
      { keys: 'on' },
      'is "on", but must be one of off, per-payment, per-attempt, per-session, empty, too-long.',
    ],
    [
      'a span back to front',
      { latency: '9-3' },
      'settings.latency is "9-3", but must be "min-max" with whole ms',
    ],
    ['half a span', { latency: '9-' }, 'settings.latency is "9-", but must be'],
    [
      'an unknown name',
      { toString: 1 },
      'settings.toString is 1, but must be left out: the settings are seed, keys,',
    ],
    ['a list', [], 'settings is [], but must be an object of settings.'],
    ['nothing', null, 'settings is null, but must be an object of settings.'],
    ['a text', 'keys=off', 'settings is "keys=off", but must be an object of settings.'],
  ])('refuses %s', (_, value, message) => {
    expect(() => checkSettings(value)).toThrow(message)
  })

  it('refuses a name that would reach the prototype', () => {
    expect(() => checkSettings(JSON.parse('{"__proto__": {"seed": 1}}'))).toThrow(
      'settings.__proto__ is {"seed":1}, but',
    )
  })

  it('keeps its sentence short, whatever the value', () => {
    const circular: Record<string, unknown> = {}
    circular.self = circular
    for (const value of [
      'x'.repeat(10_000),
      circular,
      Array(1000).fill(0),
      10n ** 1000n,
      Symbol('s'),
      () => 1,
    ]) {
      expect(() => checkSettings({ keys: value })).toThrow(/^settings\.keys is .{1,80}, but must be one of/)
    }
  })
})
