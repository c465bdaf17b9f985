import { answer, conflict, mismatch, replay } from '../answer.ts'
import { type Handling, ledger, store } from '../operation.ts'
import type { Request } from '../request.ts'

/** The source article's cure: one Lua script looks and claims, so that nobody gets in between. */
export function* luaGetOrClaim(req: Request): Handling {
  const seen = yield* store.claim(req.key)
  if (seen?.differs) return mismatch()
  if (seen?.running) return conflict()
  if (seen) return replay(seen)
  const row = yield* ledger.charge(req)
  yield* store.save(req.key, row)
  return answer(row)
}
