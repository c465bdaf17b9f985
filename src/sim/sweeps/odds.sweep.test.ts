import { describe, expect, it } from 'vitest'
import { type Luck, theory } from '../testing/odds.ts'
import { PATIENCE_MS } from '../testing/property.ts'
import { offBy, sharesOf } from '../testing/shares.ts'

const PAYMENTS = 400_000

/** Every third of the range for lost requests and answers, two to eight attempts. */
const LUCKS: readonly Luck[] = [0.05, 0.35, 0.65].flatMap(q =>
  [0.1, 0.5, 0.9].flatMap(p => [2, 4, 8].map(n => ({ q, p, n }))),
)

describe.each(LUCKS.map((luck, index) => ({ ...luck, seed: 10_000_000 + index * 1_000_000 })))(
  `${PAYMENTS} payments at q=$q, p=$p, n=$n (seeds from $seed)`,
  ({ seed, ...luck }) => {
    it(
      'learn, are charged twice and are ghosts as the closed forms say, within 4 sigma, without keys',
      ({ task }) => {
        const { q, p, n } = luck
        const shares = sharesOf({ requestLoss: q, responseLoss: p, attempts: n }, PAYMENTS, seed)
        const { learns, twice, chargedGhost, meanCharges } = theory(luck)
        const off = [
          offBy(shares.learned, PAYMENTS, learns),
          offBy(shares.twice, PAYMENTS, twice),
          offBy(shares.chargedGhosts, PAYMENTS, chargedGhost),
          (shares.meanCharges - meanCharges) / shares.errorOfMean,
        ]
        task.meta.counted = {
          table: 'Shares against the closed forms, without keys',
          q,
          p,
          n,
          payments: PAYMENTS,
          'seeds from': seed,
          learned: shares.learned.toFixed(5),
          'charged twice': shares.twice.toFixed(5),
          'mean charges': shares.meanCharges.toFixed(5),
          'farthest off, in sigma': Math.max(...off.map(Math.abs)).toFixed(2),
        }
        for (const sigmas of off) expect(Math.abs(sigmas)).toBeLessThanOrEqual(4)
      },
      PATIENCE_MS,
    )
  },
)
