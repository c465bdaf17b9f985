import { answer, type Handling, isDuplicate, sql } from '../sql/handling.ts'

/** A user as somebody signs up. */
export interface SignUp {
  readonly id: number
  readonly email: string
}

/** What an API does on its table of users. */
export interface Api {
  readonly remove: (id: number) => Handling
  readonly get: (id: number) => Handling
  readonly create: (user: SignUp) => Handling
}

function* create({ id, email }: SignUp): Handling {
  try {
    yield sql`INSERT INTO users (id, email) VALUES (${id}, ${email})`
    return answer(201, 'created')
  } catch (error) {
    if (!isDuplicate(error)) throw error
    return answer(409, 'conflict')
  }
}

/** The row goes. */
export const HARD: Api = {
  *remove(id) {
    const { changes } = yield sql`DELETE FROM users WHERE id = ${id}`
    return changes === 0 ? answer(404, 'not found') : answer(204, 'deleted')
  },
  *get(id) {
    const { rows } = yield sql`SELECT email FROM users WHERE id = ${id}`
    return rows.length === 0 ? answer(404, 'not found') : answer(200, 'here it is')
  },
  create,
}

/** The row stays, and says since when it is deleted. */
function soft(remove: Api['remove']): Api {
  return {
    remove,
    *get(id) {
      const { rows } = yield sql`SELECT email, deleted_at FROM users WHERE id = ${id}`
      const [row] = rows
      if (!row) return answer(404, 'not found')
      return row[1] === null ? answer(200, 'here it is') : answer(410, 'gone')
    },
    create,
  }
}

/** The article's: each DELETE writes the time anew. */
export const SOFT_OVERWRITTEN = soft(function* (id) {
  const { changes } = yield sql`UPDATE users SET deleted_at = NOW() WHERE id = ${id}`
  return changes === 0 ? answer(404, 'not found') : answer(204, 'deleted')
})

/** The first time is kept. A row that was not changed is deleted already, or was never there. */
export const SOFT_KEPT = soft(function* (id) {
  const { changes } = yield sql`UPDATE users SET deleted_at = NOW() WHERE id = ${id} AND deleted_at IS NULL`
  if (changes === 1) return answer(204, 'deleted')
  const { rows } = yield sql`SELECT deleted_at FROM users WHERE id = ${id}`
  return rows.length === 0 ? answer(404, 'not found') : answer(204, 'deleted')
})
