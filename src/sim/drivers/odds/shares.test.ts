import { describe, expect, it } from 'vitest'
import type { Settings } from '../../scenario.ts'
import { type Luck, theory } from '../../testing/odds.ts'
import { offBy, type Shares, sharesOf } from '../../testing/shares.ts'

const PAYMENTS = 20_000

/** Lost requests, lost answers, attempts: those of the table in the semantics first, then others all over the range. */
const LUCKS: readonly Luck[] = [
  { q: 0, p: 0.1, n: 3 },
  { q: 0.2, p: 0.3, n: 4 },
  { q: 0.3, p: 0.5, n: 6 },
  { q: 0, p: 0.5, n: 2 },
  { q: 0.1, p: 0.9, n: 2 },
  { q: 0.5, p: 0.5, n: 3 },
  { q: 0.8, p: 0.2, n: 5 },
  { q: 0.05, p: 0.7, n: 8 },
  { q: 0.6, p: 0.1, n: 10 },
  { q: 0.25, p: 0.4, n: 1 },
]

const within = (sigmas: number) => expect(Math.abs(sigmas)).toBeLessThanOrEqual(4)

function expectMean({ meanCharges, errorOfMean, payments }: Shares, expected: number): void {
  // All alike: then what is not alike is rarer than can be seen in so many.
  if (errorOfMean === 0) expect(Math.abs(meanCharges - expected)).toBeLessThan(4 / payments)
  else within((meanCharges - expected) / errorOfMean)
}

/** The shares lie where the closed forms have them, each within four standard errors. */
function expectShares(shares: Shares, luck: Luck, twice: number, meanCharges: number): void {
  within(offBy(shares.learned, shares.payments, theory(luck).learns))
  within(offBy(shares.twice, shares.payments, twice))
  within(offBy(shares.chargedGhosts, shares.payments, theory(luck).chargedGhost))
  expectMean(shares, meanCharges)
}

const lossesOf = ({ q, p, n }: Luck): Partial<Settings> => ({ requestLoss: q, responseLoss: p, attempts: n })

describe.each(LUCKS.map((luck, index) => ({ ...luck, seed: (index + 1) * 100_000 })))(
  `${PAYMENTS} payments at q=$q, p=$p, n=$n (seeds from $seed)`,
  ({ seed, ...luck }) => {
    it('without keys', () => {
      const { twice, meanCharges } = theory(luck)
      expectShares(sharesOf(lossesOf(luck), PAYMENTS, seed), luck, twice, meanCharges)
    })

    it('with a key per payment', () => {
      const shares = sharesOf({ ...lossesOf(luck), keys: 'per-payment' }, PAYMENTS, seed)
      expectShares(shares, luck, 0, theory(luck).meanChargesKeyed)
    })

    it('with a new key per attempt, as without', () => {
      const { twice, meanCharges } = theory(luck)
      expectShares(
        sharesOf({ ...lossesOf(luck), keys: 'per-attempt' }, PAYMENTS, seed + 50_000),
        luck,
        twice,
        meanCharges,
      )
    })
  },
)

describe('delivered twice with probability d, without keys', () => {
  it.each([
    { d: 0.1, q: 0, p: 0.5, n: 3, seed: 2_000_000 },
    { d: 0.5, q: 0.2, p: 0.3, n: 4, seed: 2_100_000 },
    { d: 1, q: 0.4, p: 0.6, n: 2, seed: 2_200_000 },
  ])(
    'd=$d, q=$q, p=$p, n=$n charges (1+d)(1−fⁿ)/(1−p) times in the mean (seeds from $seed)',
    ({ d, seed, ...luck }) => {
      const shares = sharesOf({ ...lossesOf(luck), duplicate: d }, PAYMENTS, seed)
      expectMean(shares, (1 + d) * theory(luck).meanCharges)
      within(offBy(shares.learned, shares.payments, theory(luck).learns))
    },
  )
})

/**
 * The record in a second transaction: a crash between charge and record loses the record and the answer with it, and
 * the retry charges again. The world's crash strikes the first attempt that comes so far, so the closed form with p → c
 * holds with c = 1 for that one; a share c of payments with the crash and the rest without is the form for two attempts.
 */
describe('the charge, then the record in a second transaction, a crash between them with probability c', () => {
  it('charges twice whatever payment it strikes, and no other: with c if it strikes with c (seeds from 3000000)', () => {
    const settings = {
      keys: 'per-payment',
      server: 'charge-then-record',
      attempts: 3,
      responseLoss: 0,
    } as const
    expect(sharesOf({ ...settings, crash: 'after-charge' }, PAYMENTS, 3_000_000).twice).toBe(1)
    expect(sharesOf(settings, PAYMENTS, 3_050_000).twice).toBe(0)
    expect(theory({ q: 0, p: 0.3, n: 2 }).twice).toBeCloseTo(0.3, 12)
  })

  it.each([
    { q: 0.3, n: 4, seed: 3_300_000 },
    { q: 0.6, n: 3, seed: 3_400_000 },
  ])(
    'and with requests lost (q=$q, n=$n) unless none comes through after it (seeds from $seed)',
    ({ q, n, seed }) => {
      const settings = {
        keys: 'per-payment',
        server: 'charge-then-record',
        requestLoss: q,
        responseLoss: 0,
      } as const
      const shares = sharesOf({ ...settings, attempts: n, crash: 'after-charge' }, PAYMENTS, seed)
      // The first that arrives is charged and crashes; charged again if another of those left arrives.
      let twice = 0
      for (let first = 1; first < n; first += 1) twice += q ** (first - 1) * (1 - q) * (1 - q ** (n - first))
      within(offBy(shares.twice, shares.payments, twice))
      expectMean(shares, 1 - q ** n + twice)
    },
  )
})
