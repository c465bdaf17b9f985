import { answer, type Handling, sql } from '../../sql/handling.ts'
import type { Payment } from '../payment.ts'

/** Looks whether the key is there, and inserts if it is not: between the two anything may happen. */
export function* lookFirst({ key, amount, user }: Payment): Handling {
  const { rows } = yield sql`
    SELECT amount FROM payments
    WHERE idempotency_key = ${key}`
  const [found] = rows
  if (found) return answer(200, 'paid already')
  yield sql`
    INSERT INTO payments
    (idempotency_key, amount, user_id)
    VALUES (${key}, ${amount}, ${user})`
  return answer(201, 'paid')
}
