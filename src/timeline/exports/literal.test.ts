import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { itHolds } from '../../sim/testing/property.ts'
import { comment, literal } from './literal.ts'

describe('a literal', () => {
  it('is written as one would write it by hand', () => {
    expect(literal({ at: 0, type: 'pay' })).toBe('{ at: 0, type: "pay" }')
    expect(literal({ 'a b': [1, 2], none: [] })).toBe('{ ["a b"]: [1, 2], none: [] }')
    expect(literal([{ at: 0 }, { at: 1 }])).toBe('[\n  { at: 0 },\n  { at: 1 },\n]')
    expect(literal({ zero: -0, list: [0, -1] })).toBe('{ zero: -0, list: [0, -1] }')
    expect(literal({ long: 'x'.repeat(80) })).toBe(`{\n  long: "${'x'.repeat(80)}",\n}`)
  })

  itHolds(
    'is read as what it was made of, and holds no character that could end a line',
    { seed: 27, runs: 300 },
    fc.property(fc.jsonValue({ stringUnit: 'binary' }), value => {
      const text = literal(value)
      expect(new Function(`return (${text})`)()).toEqual(value)
      expect(text).not.toMatch(/[\u2028\u2029\r]/)
    }),
  )
})

describe('a comment', () => {
  itHolds(
    'is one line, whatever it says',
    { seed: 28, runs: 300 },
    fc.property(fc.string({ unit: 'binary' }), text => {
      expect(comment(text)).toMatch(/^\/\/ [^\r\n\u2028\u2029]*$/)
      expect(new Function(`${comment(text)}\nreturn 7`)()).toBe(7)
    }),
  )
})
