import { answer, mismatch, replay } from '../answer.ts'
import { type Handling, ledger, store } from '../operation.ts'
import type { Request } from '../request.ts'

/** A key that is still “processing” is taken for a crash, and the charge is made again. */
export function* savedResponse(req: Request): Handling {
  const seen = yield* store.claim(req.key)
  if (seen?.differs) return mismatch()
  if (seen && !seen.running) return replay(seen)
  const row = yield* ledger.charge(req)
  yield* store.save(req.key, row)
  return answer(row)
}
