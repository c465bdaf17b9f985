import { answer, type Handling, isDuplicate, sql } from '../../sql/handling.ts'
import type { Payment } from '../payment.ts'

/** The same refusal, answered as a mistake of the client's. */
export function* answerConflict({ key, amount, user }: Payment): Handling {
  try {
    yield sql`
      INSERT INTO payments
      (idempotency_key, amount, user_id)
      VALUES (${key}, ${amount}, ${user})`
    return answer(201, 'paid')
  } catch (error) {
    if (!isDuplicate(error)) throw error
    return answer(409, 'conflict')
  }
}
