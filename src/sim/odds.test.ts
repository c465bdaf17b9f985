import { beforeAll, describe, expect, it } from 'vitest'
import { type Fate, type Luck, sample, sigmas, sigmasOfMean, theory } from './testing/odds.ts'
import { PATIENCE_MS } from './testing/property.ts'

const PAYMENTS = 20_000

const countOf = (fates: Fate[], is: (fate: Fate) => boolean) => fates.filter(is).length
const sigmasOf = (fates: Fate[], is: (fate: Fate) => boolean, probability: number) =>
  Math.abs(sigmas(countOf(fates, is), fates.length, probability))

const TABLE: [Luck, number, number, number, number][] = [
  [{ q: 0, p: 0.1, n: 3 }, 1.11, 0.999, 0.1, 0.001],
  [{ q: 0.2, p: 0.3, n: 4 }, 1.37503, 0.96252, 0.29184, 0.03588],
  [{ q: 0.3, p: 0.5, n: 6 }, 1.84916, 0.92458, 0.49453, 0.07469],
  [{ q: 0, p: 0.5, n: 2 }, 1.5, 0.75, 0.5, 0.25],
]

describe('the closed forms', () => {
  it.each(TABLE)('for %o are those of the table', (luck, meanCharges, learns, twice, chargedGhost) => {
    const forms = theory(luck)
    expect(forms.meanCharges).toBeCloseTo(meanCharges, 5)
    expect(forms.learns).toBeCloseTo(learns, 5)
    expect(forms.twice).toBeCloseTo(twice, 5)
    expect(forms.chargedGhost).toBeCloseTo(chargedGhost, 5)
  })
})

describe.each<[Luck, number]>([
  [{ q: 0, p: 0.1, n: 3 }, 1000],
  [{ q: 0.2, p: 0.3, n: 4 }, 2000],
  [{ q: 0.3, p: 0.5, n: 6 }, 3000],
])('20,000 automatic payments without keys at %o (seeds from %d)', (luck, seed) => {
  let fates: Fate[] = []
  beforeAll(() => {
    fates = sample(luck, PAYMENTS, seed, { keys: 'off' })
  }, PATIENCE_MS)
  const { meanCharges, learns, twice, chargedGhost } = theory(luck)

  it('are all there', () => {
    expect(fates).toHaveLength(PAYMENTS)
  })

  it('are charged as often as the closed form says, within 4 sigma', () => {
    const charges = fates.map(fate => fate.charges)
    expect(Math.abs(sigmasOfMean(charges, meanCharges))).toBeLessThanOrEqual(4)
  })

  it('are learned to be paid, charged twice and charged without being learned as it says, within 4 sigma', () => {
    expect(sigmasOf(fates, fate => fate.learned, learns)).toBeLessThanOrEqual(4)
    expect(sigmasOf(fates, fate => fate.charges >= 2, twice)).toBeLessThanOrEqual(4)
    expect(sigmasOf(fates, fate => fate.charges > 0 && !fate.learned, chargedGhost)).toBeLessThanOrEqual(4)
  })
})

describe('20,000 automatic payments with keys at q = 0.3, p = 0.5, n = 2 (seeds from 4000)', () => {
  const luck = { q: 0.3, p: 0.5, n: 2 }
  let fates: Fate[] = []
  beforeAll(() => {
    fates = sample(luck, PAYMENTS, 4000, { keys: 'per-payment' })
  }, PATIENCE_MS)
  const { learns, meanChargesKeyed } = theory(luck)

  it('are never charged twice', () => {
    expect(countOf(fates, fate => fate.charges >= 2)).toBe(0)
  })

  it('are charged whenever a request arrives, within 4 sigma', () => {
    expect(sigmasOf(fates, fate => fate.charges === 1, meanChargesKeyed)).toBeLessThanOrEqual(4)
  })

  it('are learned to be paid no more often than without keys, which do not mend the network', () => {
    expect(sigmasOf(fates, fate => fate.learned, learns)).toBeLessThanOrEqual(4)
  })
})
