import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS, type Input } from '../sim/index.ts'
import { session } from '../sim/testing/arbitraries.ts'
import { itHolds } from '../sim/testing/property.ts'
import { pays, run } from '../sim/testing/run.ts'
import { parseAddress, serializeAddress } from './address.ts'
import { DEFAULT_PAGE } from './page-knobs.ts'
import { readRun, writeRun } from './run-link.ts'

const atMs = fc.integer({ min: 0, max: 10_000_000 })

describe('a run as text', () => {
  itHolds(
    'says settings, inputs and playhead, also through an address',
    { seed: 331, runs: 200 },
    fc.property(session, atMs, (drawn, at) => {
      const text = writeRun({ session: drawn, atMs: at })
      expect(readRun(text)).toEqual({ session: drawn, atMs: at })
      const query = serializeAddress({ settings: drawn.settings, page: { ...DEFAULT_PAGE, run: text } })
      expect(parseAddress(query).page.run).toBe(text)
    }),
  )

  it('names only settings that differ, and the seed', () => {
    const text = writeRun({
      session: { settings: { ...DEFAULT_SETTINGS, retry: 'auto' }, inputs: pays(0) },
      atMs: 99.6,
    })
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
    const text = writeRun({ session: { settings: DEFAULT_SETTINGS, inputs }, atMs: 3_600_000 })
    expect(readRun(text).session.inputs).toHaveLength(500)
  })

  it('without a playhead stands at 0 ms', () => {
    expect(readRun('{}')).toEqual({ session: { settings: DEFAULT_SETTINGS, inputs: [] }, atMs: 0 })
  })
})

describe('a broken run', () => {
  const whole = writeRun({ session: { settings: DEFAULT_SETTINGS, inputs: pays(0, 3000) }, atMs: 5000 })

  it('that is cut off anywhere is refused in a sentence', () => {
    for (let length = 0; length < whole.length; length += 1) {
      expect(() => readRun(whole.slice(0, length))).toThrow('it is damaged or cut off')
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
    ['a playhead that is a word', '{"at":"now"}', 'its playhead is no time'],
    ['a playhead beyond numbers', '{"at":1e999}', 'its playhead is no time'],
    ['too many inputs', `{"inputs":[${'0,'.repeat(500)}0]}`, 'The limit is 500 (inputs)'],
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
    .tuple(fc.nat(whole.length - 1), fc.string({ unit: 'binary', maxLength: 3 }))
    .map(([at, noise]) => whole.slice(0, at) + noise + whole.slice(at + 1))

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
