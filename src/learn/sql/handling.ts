import type { SqlError, SqlResult, SqlValue } from '../../engines/sql.ts'

/** A statement with its parameters, as an app sends it to its database. */
export interface Query {
  readonly sql: string
  readonly params: readonly SqlValue[]
}

/** What an app answers. */
export interface HttpAnswer {
  readonly status: number
  readonly says: string
}

/** An app at work on one request: it yields statements and gets their results; a refusal is thrown into it. */
export type Handling = Generator<Query, HttpAnswer, SqlResult>

/** The database refused a statement. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly error: SqlError

  constructor(error: SqlError) {
    super(error.message)
    this.error = error
  }
}

/** Whether a refusal is that of a unique key or index. */
export function isDuplicate(error: unknown): boolean {
  const codes = ['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY', '23505']
  return error instanceof Refusal && codes.includes(error.error.code)
}

export const answer = (status: number, says: string): HttpAnswer => ({ status, says })

/** A statement; what is put into it is passed beside it, never within its text. */
export function sql(parts: TemplateStringsArray, ...params: SqlValue[]): Query {
  const text = parts.reduce((before, part, at) => `${before}$${at}${part}`)
  return { sql: text.replace(/\s+/g, ' ').trim(), params }
}
