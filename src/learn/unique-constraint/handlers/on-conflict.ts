import { answer, type Handling, sql } from '../../sql/handling.ts'
import type { Payment } from '../payment.ts'

/** Nothing is refused: the number of rows tells the first time from the second. */
export function* onConflict({ key, amount, user }: Payment): Handling {
  const { changes } = yield sql`
    INSERT INTO payments
    (idempotency_key, amount, user_id)
    VALUES (${key}, ${amount}, ${user})
    ON CONFLICT DO NOTHING`
  if (changes === 1) return answer(201, 'paid')
  return answer(200, 'paid already')
}
