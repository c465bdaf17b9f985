import type { PGlite, Results } from '@electric-sql/pglite'
import {
  changesRows,
  MAX_ROWS,
  type SqlAnswer,
  type SqlCore,
  type SqlError,
  type SqlResult,
  type SqlTable,
  type SqlValue,
  told,
  toldBytes,
} from './sql.ts'
import { lineAt, type Statement, statementsOf } from './sql-statements.ts'

/** What Postgres says of what it refuses, beside the message. */
interface Refusal {
  readonly message: string
  readonly code?: string
  readonly detail?: string
  readonly constraint?: string
  /** In characters of the statement, from 1. */
  readonly position?: string
}

/** Postgres, its databases as schemas of one. */
export async function postgresCore(postgres: PGlite): Promise<SqlCore> {
  const version = await postgres.query<[string]>('SHOW server_version', [], { rowMode: 'array' })
  const engine = `Postgres ${version.rows[0]?.[0].split(' ')[0]}`

  async function run({ text, line }: Statement, params: readonly SqlValue[]): Promise<SqlResult> {
    const nothing = { sql: text, line, columns: [], rows: [], isCut: false, changes: null, error: null }
    try {
      const result = await postgres.query<unknown[]>(text, [...params], { rowMode: 'array' })
      return {
        ...nothing,
        ...shown(result),
        changes: changesRows(text) && result.command !== 'SELECT' ? changesOf(result) : null,
      }
    } catch (error) {
      return { ...nothing, error: errorOf(error as Refusal, { text, line }) }
    }
  }

  /** Whether a transaction was open: without one Postgres warns that there is none to roll back. */
  async function rollBack(): Promise<boolean> {
    let isOpen = true
    await postgres.exec('ROLLBACK', {
      onNotice: () => {
        isOpen = false
      },
    })
    return isOpen
  }

  async function tables(schema: string): Promise<SqlTable[]> {
    const names = await postgres.query<[string]>(
      `SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = $1::regnamespace ORDER BY oid`,
      [schema],
      { rowMode: 'array' },
    )
    const found: SqlTable[] = []
    for (const [name] of names.rows)
      found.push({
        name,
        ...shown(
          await postgres.query(`TABLE ${schema}."${name.replaceAll('"', '""')}"`, [], { rowMode: 'array' }),
        ),
      })
    return found
  }

  return async ({ database, fresh, sql, params = [] }): Promise<SqlAnswer> => {
    if (fresh !== undefined) await postgres.exec(`DROP SCHEMA IF EXISTS ${database} CASCADE`)
    await postgres.exec(`CREATE SCHEMA IF NOT EXISTS ${database}; SET search_path TO ${database}`)
    for (const statement of statementsOf(fresh ?? '')) await run(statement, [])
    const results: SqlResult[] = []
    for (const statement of statementsOf(sql)) results.push(await run(statement, params))
    const isRolledBack = await rollBack()
    // Whatever was SET or made for the session holds to the end of its script, and for nobody after it.
    await postgres.exec('DISCARD ALL')
    return { engine, results, tables: await tables(database), isRolledBack }
  }
}

const changesOf = ({ affectedRows }: Results<unknown[]>) => affectedRows ?? 0

/** As many rows of a result as are told, each value as it can be shown. */
function shown({ fields, rows }: Results<unknown[]>) {
  return {
    columns: fields.map(({ name }) => name),
    rows: rows.slice(0, MAX_ROWS).map(row => row.map(cellOf)),
    isCut: rows.length > MAX_ROWS,
  }
}

function errorOf(error: Refusal, { text, line }: Statement): SqlError {
  return {
    message: told(error.message),
    code: error.code ?? '',
    ...(error.detail && { detail: told(error.detail) }),
    ...(error.constraint && { constraint: error.constraint }),
    line: line + (error.position ? lineAt(text, Number(error.position) - 1) - 1 : 0),
  }
}

function cellOf(value: unknown): SqlValue {
  if (value === null || value === undefined) return null
  if (typeof value === 'number') return value
  if (value instanceof Date) return value.toISOString()
  if (value instanceof Uint8Array) return toldBytes(value)
  return told(typeof value === 'object' ? JSON.stringify(value) : String(value))
}
