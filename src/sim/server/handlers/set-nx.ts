import { alreadyDone, answer, conflict } from '../answer.ts'
import { type Handling, ledger, store } from '../operation.ts'
import type { Request } from '../request.ts'

/** SET key NX PX: who claims the key charges, as long as the lease lasts. */
export function* setNx(req: Request): Handling {
  const seen = yield* store.setNX(req.key, 'processing')
  if (seen?.running) return conflict()
  if (seen) return alreadyDone()
  const row = yield* ledger.charge(req)
  yield* store.set(req.key, 'completed')
  return answer(row)
}
