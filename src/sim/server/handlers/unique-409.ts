import { answer, duplicateKey } from '../answer.ts'
import { db, type Handling, ledger } from '../operation.ts'
import type { Request } from '../request.ts'

/** The violation is passed on as an error: who lost the first answer never gets another. */
export function* unique409(req: Request): Handling {
  const seen = yield* db.insert(req.key)
  if (seen) return duplicateKey()
  const row = yield* ledger.charge(req)
  return answer(row)
}
