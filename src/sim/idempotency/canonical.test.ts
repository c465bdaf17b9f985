import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fingerprintOf, payloadOf } from '../server/request.ts'
import { itHolds } from '../testing/property.ts'
import { canonicalJson } from './canonical.ts'

describe('canonical JSON', () => {
  it('does not depend on the order of keys, at any depth', () => {
    expect(canonicalJson({ b: 1, a: { d: [1, { f: 2, e: 3 }], c: null } })).toBe(
      '{"a":{"c":null,"d":[1,{"e":3,"f":2}]},"b":1}',
    )
  })

  it('depends on the order of an array', () => {
    expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]))
  })

  it('leaves out a field that is undefined', () => {
    expect(canonicalJson({ a: undefined, b: [undefined] })).toBe('{"b":[null]}')
  })

  itHolds(
    'is JSON for the same value',
    { seed: 71, runs: 300 },
    fc.property(fc.jsonValue(), value => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})

describe('a fingerprint', () => {
  it('differs with the amount and with the card', () => {
    const prints = [payloadOf(1, 'ok'), payloadOf(2, 'ok'), payloadOf(1, 'declined')].map(fingerprintOf)
    expect(new Set(prints).size).toBe(3)
  })
})
