import type { SqlResult } from '../../engines/sql.ts'
import { answer, type Handling, type HttpAnswer, type Query, Refusal } from './handling.ts'

/** What an app does next: a statement, or its answer. */
export type Move =
  | { readonly query: Query; readonly answer?: undefined }
  | { readonly query?: undefined; readonly answer: HttpAnswer; readonly isCrash: boolean }

/**
 * Goes on with an app, with what came of its statement.
 *
 * @param result null for the first move
 */
export function goOn(handling: Handling, result: SqlResult | null): Move {
  try {
    const next = !result
      ? handling.next()
      : result.error
        ? handling.throw(new Refusal(result.error))
        : handling.next(result)
    return next.done ? { answer: next.value, isCrash: false } : { query: next.value }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    // What an app does not catch, its framework answers.
    return { answer: answer(500, 'server error'), isCrash: true }
  }
}
