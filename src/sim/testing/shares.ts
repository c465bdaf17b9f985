import { PaymentOdds } from '../drivers/odds/roll.ts'
import { chargesOf } from '../ledger/account.ts'
import { DEFAULT_SETTINGS, type Settings } from '../scenario.ts'
import { sigmas } from './odds.ts'

/** Attempts that do not overlap: answered within 1.1 s at most, timed out after 2 s, so that the closed forms hold. */
const APART = {
  latency: '10-20',
  timeout: 2000,
  retry: 'auto',
  backoff: 'fixed',
  jitter: 'none',
} as const satisfies Partial<Settings>

/** What came of many payments: the shares, and the mean number of charges with its standard error. */
export interface Shares {
  readonly payments: number
  readonly learned: number
  readonly twice: number
  readonly chargedGhosts: number
  readonly meanCharges: number
  readonly errorOfMean: number
}

/** Rolls so many payments, their seeds counted up from the first. */
export function sharesOf(settings: Partial<Settings>, payments: number, firstSeed: number): Shares {
  const { seed: _, ...world } = { ...DEFAULT_SETTINGS, ...APART, ...settings }
  const ends = new PaymentOdds(world).tally(firstSeed, payments).map(({ state, payments: count }) => ({
    count,
    charges: chargesOf(state.ledger, 1),
    learned: state.payments[0]?.belief === 'paid',
  }))
  const share = (is: (end: { charges: number; learned: boolean }) => boolean) =>
    ends.filter(is).reduce((sum, { count }) => sum + count, 0) / payments
  const mean = ends.reduce((sum, { count, charges }) => sum + count * charges, 0) / payments
  const variance =
    ends.reduce((sum, { count, charges }) => sum + count * (charges - mean) ** 2, 0) / (payments - 1)
  return {
    payments,
    learned: share(({ learned }) => learned),
    twice: share(({ charges }) => charges >= 2),
    chargedGhosts: share(({ charges, learned }) => !learned && charges > 0),
    meanCharges: mean,
    errorOfMean: Math.sqrt(variance / payments),
  }
}

/** How many standard errors a share lies from its probability. */
export function offBy(share: number, payments: number, probability: number): number {
  return sigmas(share * payments, payments, probability)
}
