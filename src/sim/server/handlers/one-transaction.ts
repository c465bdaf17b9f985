import { answer, conflict, mismatch, replay } from '../answer.ts'
import { type Handling, tx } from '../operation.ts'
import type { Request } from '../request.ts'

/** Key, charge and saved answer stand or fall together. */
export function* oneTransaction(req: Request): Handling {
  const seen = yield* tx.insert(req)
  if (seen?.differs) return mismatch()
  if (seen?.running) return conflict()
  if (seen) return replay(seen)
  const row = yield* tx.charge(req)
  yield* tx.commit(row)
  return answer(row)
}
