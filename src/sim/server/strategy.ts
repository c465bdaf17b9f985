import { checkThenAct } from './handlers/check-then-act.ts'
import { noKey } from './handlers/no-key.ts'
import { oneTransaction } from './handlers/one-transaction.ts'
import type { Handling } from './operation.ts'
import type { Request } from './request.ts'

/** A server strategy by its public name. A strategy is one handler, the file whose text the stage shows. */
export type StrategyId = 'no-key' | 'check-then-act' | 'one-transaction'

export const HANDLERS: Readonly<Record<StrategyId, (req: Request) => Handling>> = {
  'no-key': noKey,
  'check-then-act': checkThenAct,
  'one-transaction': oneTransaction,
}
