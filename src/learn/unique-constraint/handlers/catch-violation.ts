import { answer, type Handling, isDuplicate, sql } from '../../sql/handling.ts'
import type { Payment } from '../payment.ts'

/** The article's: the refusal of the second INSERT means that the work is done. */
export function* catchViolation({ key, amount, user }: Payment): Handling {
  try {
    yield sql`
      INSERT INTO payments
      (idempotency_key, amount, user_id)
      VALUES (${key}, ${amount}, ${user})`
    return answer(201, 'paid')
  } catch (error) {
    if (!isDuplicate(error)) throw error
    return answer(200, 'paid already')
  }
}
