import { chargeThenRecord } from './handlers/charge-then-record.ts'
import { checkThenAct } from './handlers/check-then-act.ts'
import { lockCheckOutside } from './handlers/lock-check-outside.ts'
import { luaGetOrClaim } from './handlers/lua-get-or-claim.ts'
import { noKey } from './handlers/no-key.ts'
import { oneTransaction } from './handlers/one-transaction.ts'
import { savedResponse } from './handlers/saved-response.ts'
import { savedResponseDownstreamKey } from './handlers/saved-response-downstream-key.ts'
import { setNx } from './handlers/set-nx.ts'
import { unique200 } from './handlers/unique-200.ts'
import { unique409 } from './handlers/unique-409.ts'
import type { Handling } from './operation.ts'
import type { Request } from './request.ts'
import type { StrategyId } from './strategies.ts'

/** The handler of each strategy: the function that runs, and the file whose text the stage shows. */
export const HANDLERS: Readonly<Record<StrategyId, (req: Request) => Handling>> = {
  'no-key': noKey,
  'charge-then-record': chargeThenRecord,
  'check-then-act': checkThenAct,
  'unique-200': unique200,
  'unique-409': unique409,
  'one-transaction': oneTransaction,
  'set-nx': setNx,
  'lock-check-outside': lockCheckOutside,
  'lua-get-or-claim': luaGetOrClaim,
  'saved-response': savedResponse,
  'saved-response-downstream-key': savedResponseDownstreamKey,
}
