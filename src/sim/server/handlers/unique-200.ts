import { alreadyDone, answer } from '../answer.ts'
import { db, type Handling, ledger } from '../operation.ts'
import type { Request } from '../request.ts'

/** The unique constraint decides who charges, but the key is committed before the charge. */
export function* unique200(req: Request): Handling {
  const seen = yield* db.insert(req.key)
  if (seen) return alreadyDone()
  const row = yield* ledger.charge(req)
  return answer(row)
}
