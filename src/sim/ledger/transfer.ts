import type { StrategyId } from '../server/strategy.ts'
import type { Minor } from './money.ts'

/** One row of the ledger: money that went from the customer to the merchant for one attempt. */
export interface Charge {
  /** `ch_1_2`: payment 1, attempt 2. */
  readonly id: string
  readonly payment: number
  readonly attempt: number
  readonly amount: Minor
  /** Which strategy charged it: the setting may have changed since. */
  readonly handler: StrategyId
}
