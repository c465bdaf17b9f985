import { answer, replay } from '../answer.ts'
import { type Handling, ledger, store } from '../operation.ts'
import type { Request } from '../request.ts'

/** The record comes after the charge: whatever happens in between is done twice. */
export function* chargeThenRecord(req: Request): Handling {
  const seen = yield* store.get(req.key)
  if (seen) return replay(seen)
  const row = yield* ledger.charge(req)
  yield* store.save(req.key, row)
  return answer(row)
}
