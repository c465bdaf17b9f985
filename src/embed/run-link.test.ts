import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS, type Input, type Session } from '../sim/index.ts'
import { session } from '../sim/testing/arbitraries.ts'
import { itHolds } from '../sim/testing/property.ts'
import { pays, run } from '../sim/testing/run.ts'
import { bomb, pack, tenInputs } from '../testing/links.ts'
import { parseAddress, serializeAddress } from './address.ts'
import { DEFAULT_PAGE } from './page-knobs.ts'
import { plainRun, type Run } from './plain-run.ts'
import { readRun, writeRun } from './run-link.ts'
import { RUN_WORDS } from './run-words.ts'

const atMs = fc.integer({ min: 0, max: 10_000_000 })

const plain = (session: Session, atMs = 0): Run => ({ session, atMs, outcome: null })
const outcome = fc.option(fc.stringMatching(/^[0-9a-f]{8}$/))

describe('a run as text', () => {
  itHolds(
    'says settings, inputs, playhead and checksum, packed and plain, also through an address',
    { seed: 331, runs: 300 },
    fc.property(session, atMs, outcome, (drawn, at, end) => {
      const whole: Run = { session: drawn, atMs: at, outcome: end }
      const text = writeRun(whole)
      expect(text).toMatch(/^1\.[\w-]+$/)
      expect(readRun(text)).toEqual(whole)
      expect(readRun(plainRun(whole))).toEqual(whole)
      const query = serializeAddress({ settings: drawn.settings, page: { ...DEFAULT_PAGE, run: text } })
      expect(parseAddress(query).page.run).toBe(text)
    }),
  )

  itHolds(
    'of ten inputs as the page can make them stays under 300 characters',
    { seed: 333, runs: 1000 },
    fc.property(tenInputs, atMs, (drawn, at) => {
      expect(writeRun({ session: drawn, atMs: at, outcome: '8a1bf94c' }).length).toBeLessThan(300)
    }),
  )

  it('names only settings that differ, and the seed', () => {
    const text = plainRun(plain({ settings: { ...DEFAULT_SETTINGS, retry: 'auto' }, inputs: pays(0) }, 99.6))
    expect(JSON.parse(text)).toEqual({
      settings: { seed: 202, retry: 'auto' },
      inputs: [{ at: 0, type: 'pay' }],
      at: 100,
    })
  })

  it('of the longest session is read again', () => {
    const inputs = Array.from({ length: 500 }, (_, index): Input => {
      return { at: 3_000_000 + index, type: 'dropMessage', message: 'p1000.a100.response' }
    })
    const text = writeRun(plain({ settings: DEFAULT_SETTINGS, inputs }, 3_600_000))
    expect(readRun(text).session.inputs).toHaveLength(500)
  })

  it('without a playhead stands at 0 ms', () => {
    expect(readRun('{}')).toEqual(plain({ settings: DEFAULT_SETTINGS, inputs: [] }))
  })
})

describe('links that were shared stay readable', () => {
  const STORY = { settings: { ...DEFAULT_SETTINGS, keys: 'per-payment' as const }, inputs: pays(0, 3000) }

  it.each([
    [
      'as plain JSON',
      '{"settings":{"seed":202,"keys":"per-payment"},"inputs":[{"at":0,"type":"pay"},{"at":3000,"type":"pay"}],"at":4400}',
      null,
    ],
    ['packed', '1.o4WZkKoGi09MgNUozDOpZpappkZJwDQEAA', 'e69e52be'],
  ])('%s', (_, text, end) => {
    expect(readRun(text)).toEqual({ session: STORY, atMs: 4400, outcome: end })
  })

  it('because the words of the format never change', () => {
    let hash = 0
    for (const letter of RUN_WORDS) hash = (Math.imul(hash, 31) + letter.charCodeAt(0)) | 0
    expect([RUN_WORDS.length, hash]).toEqual([1775, -2142167181])
  })
})

describe('a broken run', () => {
  const whole = plainRun(plain({ settings: DEFAULT_SETTINGS, inputs: pays(0, 3000) }, 5000))
  const packed = writeRun({
    ...plain({ settings: DEFAULT_SETTINGS, inputs: pays(0, 3000) }),
    outcome: '8a1bf94c',
  })

  it('that is cut off anywhere is refused in a sentence', () => {
    // A single letter of either form is a number or a brace, not a run.
    for (const text of [whole, packed]) {
      for (let length = 0; length < text.length; length += 1)
        expect(() => readRun(text.slice(0, length))).toThrow(
          length === 1 ? 'it is ' : 'it is damaged or cut off',
        )
    }
  })

  it.each([
    ['nothing', 'null', 'it is no run'],
    ['a list', '[]', 'it is no run'],
    ['a word', '"run"', 'it is no run'],
    ['another thing', '{"settings":{"keys":"maybe"}}', 'settings.keys is "maybe", but must be one of off'],
    [
      'an unknown setting',
      '{"settings":{"__proto__":{"keys":"off"}}}',
      'settings.__proto__ is {"keys":"off"}',
    ],
    ['no inputs', '{"inputs":{"length":1e9}}', 'inputs is {"length":1000000000}, but must be an array'],
    ['an input that is none', '{"inputs":[null]}', 'inputs[0] is null'],
    ['a time that is none', '{"inputs":[{"at":1e99,"type":"pay"}]}', 'cannot come at 1e+99 ms'],
    ['a time too late', '{"inputs":[{"at":99999999,"type":"pay"}]}', 'The limit is 3600000'],
    ['a playhead before 0', '{"at":-1}', 'its playhead is no time'],
    ['a checksum that is none', '{"end":"8A1BF94C"}', 'its checksum is damaged'],
    ['a checksum that is a number', '{"end":12345678}', 'its checksum is damaged'],
    ['packed letters that are none', '1.a b', 'it is damaged or cut off'],
    ['packed bytes that are noise', '1._____w', 'it is damaged or cut off'],
    ['nothing packed', '1.', 'it is damaged or cut off'],
    ['a format of the future', '2.AAAA', 'it is damaged or cut off'],
    ['a playhead that is a word', '{"at":"now"}', 'its playhead is no time'],
    ['a playhead beyond numbers', '{"at":1e999}', 'its playhead is no time'],
    ['too many inputs', `{"inputs":[${'0,'.repeat(500)}0]}`, 'The limit is 500 (inputs)'],
    ['a packed word without end', bomb('x', 20_000_000), 'it is longer than 100000 characters'],
    ['packed spaces without end', bomb(' ', 20_000_000), 'it is longer than 100000 characters'],
    ['a packed deep well', pack('['.repeat(50_000) + ']'.repeat(50_000)), 'it is no run'],
    ['too many letters', ' '.repeat(100_001), 'it is longer than 100000 characters'],
    ['a deep well', '['.repeat(50_000) + ']'.repeat(50_000), 'it is no run'],
    ['a deep well of inputs', `{"inputs":[${'['.repeat(40_000)}${']'.repeat(40_000)}]}`, 'inputs[0] is '],
  ])('is refused in a sentence: %s', (_, text, sentence) => {
    expect(() => readRun(text)).toThrow(sentence)
  })

  const json = fc.jsonValue({ maxDepth: 4 }).map(value => JSON.stringify(value))
  const shaped = fc
    .record(
      { settings: fc.jsonValue(), inputs: fc.array(fc.jsonValue()), at: fc.jsonValue() },
      { requiredKeys: [] },
    )
    .map(value => JSON.stringify(value))
  const mangled = fc
    .tuple(
      fc.constantFrom(whole, packed),
      fc.nat(whole.length - 1),
      fc.string({ unit: 'binary', maxLength: 3 }),
    )
    .map(([text, at, noise]) => text.slice(0, at) + noise + text.slice(at + 1))

  itHolds(
    'is refused by an Error, or can be run',
    { seed: 332, runs: 1000 },
    fc.property(fc.oneof(json, shaped, mangled, fc.string({ unit: 'binary' })), text => {
      let read: ReturnType<typeof readRun>
      try {
        read = readRun(text)
      } catch (error) {
        expect(error).toBeInstanceOf(Error)
        expect((error as Error).message.length).toBeGreaterThan(10)
        return
      }
      expect(run(read.session.settings, read.session.inputs).endMs).toBeGreaterThanOrEqual(0)
    }),
  )
})
