import { answer } from '../answer.ts'
import { type Handling, ledger } from '../operation.ts'
import type { Request } from '../request.ts'

/** Every request that arrives is charged. */
export function* noKey(req: Request): Handling {
  const row = yield* ledger.charge(req)
  return answer(row)
}
