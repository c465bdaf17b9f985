import { atMostOneCharge } from './at-most-one-charge.ts'
import type { Checker } from './checker.ts'
import { heals } from './heals.ts'
import { moneyConserved } from './money-conserved.ts'
import { toldPaidMeansCharged } from './told-paid-means-charged.ts'

/**
 * The promises every run is held to, in the order in which they are asked, after every step. "Heals" is not among
 * them: it speaks of an end, and as long as one can still press Pay no step of a run is one.
 */
export const CHECKERS: readonly Checker[] = [atMostOneCharge, toldPaidMeansCharged, moneyConserved]

/** All promises, for whoever sees every end there is. */
export const PROMISES: readonly Checker[] = [atMostOneCharge, toldPaidMeansCharged, heals, moneyConserved]
