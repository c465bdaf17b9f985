import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS, formatKnob, type Knob, SCENARIO } from '../sim/index.ts'
import { anyOf, settings } from '../sim/testing/arbitraries.ts'
import { itHolds } from '../sim/testing/property.ts'
import { type Address, parseAddress, serializeAddress } from './address.ts'
import { DEFAULT_PAGE, PAGE_KNOBS, PAGE_NAMES, type Page } from './page-knobs.ts'

const KNOBS: Readonly<Record<string, Knob>> = { ...SCENARIO, ...PAGE_KNOBS }

const page = fc.record(
  Object.fromEntries(
    PAGE_NAMES.map(name => {
      const knob = PAGE_KNOBS[name]
      const any = knob.kind === 'text' ? fc.string({ unit: 'binary' }) : anyOf(knob)
      return [name, fc.oneof(fc.constant(knob.default), any)]
    }),
  ),
) as fc.Arbitrary<unknown> as fc.Arbitrary<Page>

const settingOf = (address: Address, name: string) =>
  ({ ...address.settings, ...address.page })[name as 'seed']

describe('an address', () => {
  itHolds(
    'says what was written into it, without a complaint',
    { seed: 321, runs: 500 },
    fc.property(settings, page, (set, shown) => {
      const query = serializeAddress({ settings: set, page: shown })
      expect(parseAddress(query)).toMatchObject({ settings: set, page: shown, problems: [] })
      expect(parseAddress(`?${query}`)).toEqual(parseAddress(query))
    }),
  )

  itHolds(
    'holds the seed always, and of the rest only what differs from its default',
    { seed: 322, runs: 200 },
    fc.property(settings, page, (set, shown) => {
      const differing = Object.entries({ ...set, ...shown })
        .filter(([name, value]) => name === 'seed' || formatKnob(value) !== formatKnob(KNOBS[name]?.default))
        .map(([name]) => name)
      const written = [...new URLSearchParams(serializeAddress({ settings: set, page: shown })).keys()]
      expect(written).toEqual(differing)
    }),
  )

  it('without a word is the defaults, and these are written as the seed alone', () => {
    expect(parseAddress('')).toEqual({
      settings: DEFAULT_SETTINGS,
      named: {},
      page: DEFAULT_PAGE,
      problems: [],
    })
    expect(serializeAddress({ settings: DEFAULT_SETTINGS, page: DEFAULT_PAGE })).toBe('seed=202')
  })

  it('is taken as a person writes it', () => {
    const {
      settings: set,
      page: shown,
      problems,
    } = parseAddress(
      '?seed=7&keys=per-payment&server=check-then-act&drop=0.25&latency=100-200&retry=auto&hide=header,events&embed=1',
    )
    expect(problems).toEqual([])
    expect(set).toMatchObject({
      seed: 7,
      keys: 'per-payment',
      responseLoss: 0.25,
      latency: '100-200',
      retry: 'auto',
    })
    expect(shown).toMatchObject({ hide: ['header', 'events'], embed: '1' })
  })

  it('takes drop for responseLoss, names it when it is bad, and lets the full name win', () => {
    expect(parseAddress('drop=0.2').settings.responseLoss).toBe(0.2)
    expect(parseAddress('drop=0.2&responseLoss=0.7').settings.responseLoss).toBe(0.7)
    expect(parseAddress('drop=2').problems).toEqual([
      'The address says drop=2, but drop is a number from 0 to 1. Taken instead: 0.5.',
    ])
    expect(serializeAddress(parseAddress('drop=0.2'))).toBe('seed=202&responseLoss=0.2')
  })
})

/** Values that are bad for every knob of a kind. */
function badFor(knob: Knob): string[] {
  switch (knob.kind) {
    case 'choice':
      return ['nonsense', '', '2', knob.default.toUpperCase().concat(' ')]
    case 'list':
      return ['nonsense', `${knob.options[0]?.value},nonsense`, ',', `${knob.options[0]?.value},`]
    case 'number': {
      const outside = [knob.min - 1, knob.max + 1].map(String)
      const noNumbers = [
        '',
        ' ',
        'x',
        '1,5',
        '0x1',
        'NaN',
        'Infinity',
        '-Infinity',
        '1e999',
        '--1',
        '1 2',
        '٣',
      ]
      return [...outside, ...noNumbers, ...(knob.whole ? [String(knob.min + 0.5)] : [])]
    }
    case 'span':
      return ['', '5', '5-', '-5', '10-5', '1.5-3', '5-10-15', `0-${knob.max + 1}`, '1-99999999', 'a-b']
    case 'text':
      return []
  }
}

describe('a bad value in an address', () => {
  const bad = Object.entries(KNOBS).flatMap(([name, knob]) =>
    badFor(knob).map((text): [string, string, Knob] => [name, text, knob]),
  )

  it.each(bad)('falls back and is named: %s=%o', (name, text, knob) => {
    const address = parseAddress(`${name}=${encodeURIComponent(text)}`)
    expect(settingOf(address, name)).toEqual(knob.default)
    expect(address.problems).toHaveLength(1)
    expect(address.problems[0]).toMatch(
      new RegExp(`^The address says ${name}=.*, but ${name} is .*Taken instead: `, 's'),
    )
  })

  it('leaves the good ones as they are', () => {
    const { settings: set, problems } = parseAddress('seed=7&timeout=5&keys=nope&retry=auto')
    expect(set).toEqual({ ...DEFAULT_SETTINGS, seed: 7, retry: 'auto' })
    expect(problems.map(text => text.split('=')[0])).toEqual([
      'The address says keys',
      'The address says timeout',
    ])
  })

  it('is shown in part when it is long', () => {
    expect(parseAddress(`keys=${'x'.repeat(1000)}`).problems[0]?.length).toBeLessThan(200)
  })
})

describe('a hostile address', () => {
  const nameOrNoise = fc.oneof(fc.constantFrom(...Object.keys(KNOBS), 'drop'), fc.string({ unit: 'binary' }))
  const noise = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('%', '%E0%A4%A', '%00', '&', '=', '#', '?', '+'),
  )

  itHolds(
    'never throws, and gives only values that can be set',
    { seed: 323, runs: 1000 },
    fc.property(fc.array(fc.tuple(nameOrNoise, noise), { maxLength: 8 }), pairs => {
      const address = parseAddress(pairs.map(([name, text]) => `${name}=${text}`).join('&'))
      const { settings: set, page: shown } = address
      expect(parseAddress(serializeAddress(address))).toMatchObject({
        settings: set,
        page: shown,
        problems: [],
      })
    }),
  )

  it.each([
    ['names of every object', '__proto__=1&constructor=2&toString=3&hasOwnProperty=4'],
    ['half a percent sign', '%&%=%&keys=%&seed=%E0%A4%A'],
    ['lone surrogates', 'run=\ud800&\udc00=\ud800'],
    ['a million letters', `seed=1&${'x'.repeat(1_000_000)}`],
    ['ten thousand names', Array.from({ length: 10_000 }, (_, index) => `n${index}=1`).join('&')],
  ])('may hold %s', (_, search) => {
    expect(() => parseAddress(search)).not.toThrow()
    expect(parseAddress(search).settings).toMatchObject({ keys: 'off' })
    expect(Object.getPrototypeOf(parseAddress(search).settings)).toBe(Object.prototype)
  })

  it('that says a thing twice is taken at its first word', () => {
    expect(parseAddress('seed=1&seed=2').settings.seed).toBe(1)
    expect(parseAddress('seed=x&seed=2')).toMatchObject({ settings: { seed: 202 }, problems: [{}] })
  })
})

describe('the settings an address names', () => {
  it('are told apart from those that have their defaults, also by another name or a value that cannot be taken', () => {
    const { named } = parseAddress('?keys=off&drop=0.5&timeout=none&theme=dark')
    expect(named).toEqual({ keys: 'off', responseLoss: 0.5, timeout: 2500 })
  })
})
