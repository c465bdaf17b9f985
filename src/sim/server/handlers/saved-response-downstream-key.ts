import { answer, mismatch, replay } from '../answer.ts'
import { type Handling, ledger, store } from '../operation.ts'
import type { Request } from '../request.ts'

/** The charge carries the key on to the ledger, which makes it once however often it is asked. */
export function* savedResponseDownstreamKey(req: Request): Handling {
  const seen = yield* store.claim(req.key)
  if (seen?.differs) return mismatch()
  if (seen && !seen.running) return replay(seen)
  const row = yield* ledger.charge(req, req.key)
  yield* store.save(req.key, row)
  return answer(row)
}
