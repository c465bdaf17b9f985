import { describe, expect, it } from 'vitest'
import { pays, run } from '../sim/testing/run.ts'
import { chargesAgain, whyChargedAgain } from './charged-again.ts'

describe('why a payment was charged again', () => {
  it('is told of each charge against the one before it, where the causes differ', () => {
    const trace = run(
      { keys: 'per-payment', server: 'check-then-act', responseLoss: 1, ttl: 3000 },
      pays(0, 150, 8000),
    )
    expect(chargesAgain(trace).map(charge => whyChargedAgain(trace, charge))).toEqual([
      'Two workers looked for the key before either had written it down.',
      'The bank had forgotten the key by then: its record had expired. To it the retry was a new payment.',
    ])
  })

  it('does not call the first attempt’s key a new one', () => {
    // The second attempt overtakes the first, which is then charged again.
    const trace = run(
      { seed: 2153, keys: 'per-attempt', responseLoss: 0, latency: '300-6000' },
      pays(0, 3000),
    )
    expect(chargesAgain(trace).map(({ attempt }) => attempt)).toEqual([1])
    expect(chargesAgain(trace).map(charge => whyChargedAgain(trace, charge))).toEqual([
      'Each attempt carried a key of its own, so to the bank each was a new payment.',
    ])
  })
})
