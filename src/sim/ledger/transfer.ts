import type { KeyName } from '../idempotency/record.ts'
import type { StrategyId } from '../server/strategies.ts'
import type { Minor } from './money.ts'

/** One row of the ledger: money that went from the customer to the merchant for one attempt. */
export interface Charge {
  /** `ch_1_2`: payment 1, attempt 2; a duplicated request's copy charges as `ch_1_2_2`. */
  readonly id: string
  readonly payment: number
  readonly attempt: number
  readonly amount: Minor
  /** Which strategy charged it: the setting may have changed since. */
  readonly handler: StrategyId
  /** The key it was charged with, where the ledger was given one: it charges a key once and for good. */
  readonly key: KeyName | null
}
