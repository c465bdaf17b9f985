import { alreadyDone, answer } from '../answer.ts'
import { type Handling, ledger, store } from '../operation.ts'
import type { Request } from '../request.ts'

/** The source article's race: between the look and the mark another worker may look too. */
export function* checkThenAct(req: Request): Handling {
  if (yield* store.exists(req.key)) {
    return alreadyDone()
  }
  yield* store.set(req.key, 'processing')
  const row = yield* ledger.charge(req)
  return answer(row)
}
