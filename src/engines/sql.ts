/** What a cell holds; other types of a database come as text. */
export type SqlValue = string | number | null

/** A script to run. The databases of an engine are known by name, and begin empty. */
export interface SqlQuestion {
  /** Letters and underscores. */
  readonly database: string
  /** Empties the database first and runs this in it; its results are not told. */
  readonly fresh?: string
  /** Statements with semicolons between them. Each is run, whatever became of the one before. */
  readonly sql: string
  /** What stands for $1, $2 …: for a single statement. */
  readonly params?: readonly SqlValue[]
  /** What NOW() says at the first statement, in milliseconds since 1970; one second more at each that follows. SQLite only. */
  readonly nowMs?: number
}

/** The engine's own words. */
export interface SqlError {
  readonly message: string
  /** What a program looks at: `SQLITE_CONSTRAINT_UNIQUE`, `23505`. */
  readonly code: string
  /** SQLite's number for it. */
  readonly number?: number
  /** More that Postgres says. */
  readonly detail?: string
  /** The constraint that was violated, as Postgres names it. */
  readonly constraint?: string
  /** Where in the script, from 1. */
  readonly line: number
}

/** What came of one statement. */
export interface SqlResult {
  readonly sql: string
  /** Where in the script it begins, from 1. */
  readonly line: number
  readonly columns: readonly string[]
  readonly rows: readonly (readonly SqlValue[])[]
  /** There were more rows than are told. */
  readonly isCut: boolean
  /** The rows that an INSERT, UPDATE or DELETE changed; null for other statements. */
  readonly changes: number | null
  readonly error: SqlError | null
}

/** A table and the rows it has now. */
export interface SqlTable {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly SqlValue[])[]
  readonly isCut: boolean
}

export interface SqlAnswer {
  /** With its version: `SQLite 3.54.1`. */
  readonly engine: string
  readonly results: readonly SqlResult[]
  /** Every table there is afterwards. */
  readonly tables: readonly SqlTable[]
  /** A transaction was left open, and was rolled back. */
  readonly isRolledBack: boolean
}

/** An engine in this very thread. */
export type SqlCore = (question: SqlQuestion) => SqlAnswer | Promise<SqlAnswer>

/** No more rows than these are told of a result, or of a table. */
export const MAX_ROWS = 100

/** No more characters than these are told of a cell, or of a message. */
const MAX_CHARACTERS = 1000

/** A text as it is told: a long one by its beginning, saying so. */
export function told(text: string): string {
  if (text.length <= MAX_CHARACTERS) return text
  return `${text.slice(0, MAX_CHARACTERS)} … (cut: ${text.length} characters in all)`
}

/** Bytes as they are told, in SQL's way to write them. */
export function toldBytes(bytes: Uint8Array): string {
  const digits = [...bytes.subarray(0, MAX_CHARACTERS / 2)].map(byte => byte.toString(16).padStart(2, '0'))
  const isCut = bytes.length > digits.length
  return `x'${digits.join('')}${isCut ? ` … (cut: ${bytes.length} bytes in all)` : "'"}`
}

/** Whether a statement may change rows, so that their number says something. */
export const changesRows = (sql: string) => /^(insert|update|delete|replace|merge|with)\b/i.test(sql)
