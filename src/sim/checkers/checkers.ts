import { atMostOneCharge } from './at-most-one-charge.ts'
import type { Checker } from './checker.ts'
import { moneyConserved } from './money-conserved.ts'
import { toldPaidMeansCharged } from './told-paid-means-charged.ts'

/** The promises every run is held to, in the order in which they are asked. */
export const CHECKERS: readonly Checker[] = [atMostOneCharge, toldPaidMeansCharged, moneyConserved]
