import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { itHolds } from '../../sim/testing/property.ts'
import { NOTHING, progressFrom } from './read.ts'

const TRIED = {
  title: 'Press again',
  predicted: { 'How often?': '1' },
  sure: 'certain',
  seen: null,
  happened: { 'How often?': '2' },
} as const

describe('progress out of storage', () => {
  it('is as it was kept', () => {
    const kept = {
      tried: { 'networks.blind-retry': TRIED },
      challenges: { once: '?run=1.x#/' },
      quiz: { 'new-uuid': { answer: 'two', sure: null } },
    }
    expect(progressFrom(JSON.parse(JSON.stringify(kept)))).toEqual(kept)
  })

  it.each([null, 7, 'text', [], { tried: 'x', challenges: [], quiz: null }])('is nothing of %j', found => {
    expect(progressFrom(found)).toEqual(NOTHING)
  })

  it('leaves out what cannot be read, and keeps the rest', () => {
    const { tried, challenges, quiz } = progressFrom({
      tried: {
        good: TRIED,
        'no end': { predicted: {} },
        odd: { ...TRIED, sure: 'very', predicted: { a: 3 } },
      },
      challenges: { once: 3, twice: 'x'.repeat(5000), fine: '#/' },
      quiz: { old: 'two', good: { answer: 'two', sure: 'quite' } },
    })
    expect(Object.keys(tried)).toEqual(['good', 'odd'])
    expect(tried.odd).toMatchObject({ sure: null, predicted: {} })
    expect(challenges).toEqual({ fine: '#/' })
    expect(quiz).toEqual({ good: { answer: 'two', sure: null } })
  })

  itHolds(
    'is always progress, whatever is found',
    { seed: 12, runs: 500 },
    fc.property(
      fc.record({
        tried: fc.dictionary(fc.string(), fc.oneof(fc.jsonValue(), fc.record({ happened: fc.jsonValue() }))),
        challenges: fc.jsonValue(),
        quiz: fc.dictionary(fc.string(), fc.oneof(fc.jsonValue(), fc.record({ answer: fc.jsonValue() }))),
      }),
      found => {
        const { tried, challenges, quiz } = progressFrom(found)
        for (const { happened, predicted, seen } of Object.values(tried))
          for (const answers of [happened, predicted, seen])
            for (const answer of Object.values(answers ?? {})) expect(answer).toBeTypeOf('string')
        for (const address of Object.values(challenges)) expect(address).toBeTypeOf('string')
        for (const { answer } of Object.values(quiz)) expect(answer).toBeTypeOf('string')
      },
    ),
  )
})
