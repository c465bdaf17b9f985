import { describe, expect, it } from 'vitest'
import { formatKnob, isValid, type Knob, parseKnob, rangeOf } from './knob.ts'

const text = { label: 'Label', help: 'Help.' }
const options = [
  { value: 'a', label: 'A' },
  { value: 'b', label: 'B' },
]
const share: Knob = { ...text, kind: 'number', default: 0, min: 0, max: 1, whole: false, unit: 'probability' }
const speed: Knob = { ...text, kind: 'number', default: 1, min: 0.25, max: 8, whole: false, unit: '×' }
const span: Knob = { ...text, kind: 'span', default: '1-2', min: 1, max: 60_000, unit: 'ms' }
const list: Knob = { ...text, kind: 'list', default: [], options }
const choice: Knob = { ...text, kind: 'choice', default: 'a', options }
const words: Knob = { ...text, kind: 'text', default: '', form: 'a word' }

describe('parseKnob', () => {
  it.each<[Knob, string, unknown]>([
    [share, '0', 0],
    [share, '1', 1],
    [share, '0.25', 0.25],
    [share, '5e-7', 5e-7],
    [share, '1e0', 1],
    [span, '600-800', '600-800'],
    [span, '7-7', '7-7'],
    [list, '', []],
    [list, 'b,a', ['b', 'a']],
    [choice, 'b', 'b'],
    [words, '', ''],
  ])('reads %o from "%s"', (knob, written, value) => {
    expect(parseKnob(knob, written)).toEqual(value)
  })

  it.each<[Knob, string]>([
    [share, ''],
    [share, ' 1'],
    [share, '.5'],
    [share, '0x1'],
    [share, '1.0001'],
    [share, 'Infinity'],
    [share, '1,5'],
    [span, '600'],
    [span, '800-600'],
    [span, '0-600'],
    [span, '1-60001'],
    [span, '-1-5'],
    [span, '1-2-3'],
    [span, '1.5-2'],
    [list, 'a,'],
    [list, 'a,c'],
    [choice, 'A'],
    [choice, ''],
  ])('refuses what %o cannot be: "%s"', (knob, written) => {
    expect(parseKnob(knob, written)).toBeUndefined()
  })
})

describe('formatKnob', () => {
  it('joins lists with commas', () => {
    expect(formatKnob(['a', 'b'])).toBe('a,b')
    expect(formatKnob([])).toBe('')
  })
})

describe('isValid', () => {
  it('wants plain JSON of the right type', () => {
    expect(isValid(share, '0.5')).toBe(false)
    expect(isValid(list, 'a')).toBe(false)
    expect(isValid(list, ['a', 1])).toBe(false)
    expect(isValid(words, 1)).toBe(false)
    expect(isValid(span, ['1-2'])).toBe(false)
  })
})

describe('rangeOf', () => {
  it('says in words what is allowed', () => {
    expect(rangeOf(share)).toBe('a number from 0 to 1')
    expect(rangeOf(speed)).toBe('a number from 0.25 to 8 ×')
    expect(rangeOf(span)).toBe('"min-max" with whole ms from 1 to 60000, min not above max')
    expect(rangeOf(list)).toBe('a comma list of a, b')
    expect(rangeOf(choice)).toBe('one of a, b')
    expect(rangeOf(words)).toBe('a word')
  })
})
