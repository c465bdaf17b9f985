import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { session } from '../sim/testing/arbitraries.ts'
import { itHolds } from '../sim/testing/property.ts'
import { withPress } from './press.ts'

describe('x', () => {
  itHolds(
    'y',
    { seed: 1, runs: 5 },
    fc.property(session, s => {
      expect(withPress(s, 0, { type: 'pay' })).toBeTruthy()
    }),
  )
})
it('z', () => {})
