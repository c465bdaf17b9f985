import { answer, conflict, replay } from '../answer.ts'
import { type Handling, ledger, store } from '../operation.ts'
import type { Request } from '../request.ts'

/** The look comes before the lock: by the time one has it, what one saw may be old. */
export function* lockCheckOutside(req: Request): Handling {
  const seen = yield* store.get(req.key)
  if (seen) return replay(seen)
  const locked = yield* store.lock(req.key)
  if (!locked) return conflict()
  const row = yield* ledger.charge(req)
  yield* store.save(req.key, row)
  yield* store.unlock(req.key)
  return answer(row)
}
