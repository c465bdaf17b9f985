import type { Database, PreparedStatement, Sqlite3Static } from '@sqlite.org/sqlite-wasm'
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

/** SQLite, its databases in memory. */
export function sqliteCore(sqlite: Sqlite3Static): SqlCore {
  const { capi, oo1, version } = sqlite
  const databases = new Map<string, Database>()
  const clock = { nowMs: 0 }

  function openFresh(name: string): Database {
    databases.get(name)?.close()
    databases.delete(name)
    const database = new oo1.DB(':memory:')
    // A PRAGMA can limit the memory of all databases there are and will be, and no other can take that back.
    database.exec('SELECT hex(zeroblob(1000))')
    // SQLite has no NOW(). This one's time is the script's, so that a run can be repeated.
    database.createFunction('now', () => new Date(clock.nowMs).toISOString().slice(0, 19).replace('T', ' '), {
      arity: 0,
    })
    databases.set(name, database)
    return database
  }

  /** The engine's own words for what it has just refused. */
  function refusal(database: Database, { text, line }: Statement): SqlError {
    const number = capi.sqlite3_extended_errcode(database)
    const offset = capi.sqlite3_error_offset(database)
    return {
      message: told(capi.sqlite3_errmsg(database)),
      code: capi.sqlite3_js_rc_str(number) ?? String(number),
      number,
      line: line + (offset < 0 ? 0 : lineAt(text, offset) - 1),
    }
  }

  function run(database: Database, statement: Statement, params: readonly SqlValue[]): SqlResult {
    const { text, line } = statement
    const nothing = { sql: text, line, columns: [], rows: [], isCut: false, changes: null, error: null }
    let prepared: PreparedStatement | undefined
    try {
      prepared = database.prepare(text)
      if (params.length > 0) prepared.bind([...params])
      const columns = prepared.columnCount > 0 ? prepared.getColumnNames() : []
      const rows: SqlValue[][] = []
      // Not `step()` of the wrapper, which writes a refusal to the console.
      let code = capi.sqlite3_step(prepared)
      while (code === capi.SQLITE_ROW && rows.length < MAX_ROWS) {
        rows.push(columns.map((_, at) => cellOf(capi.sqlite3_column_js(prepared as PreparedStatement, at))))
        code = capi.sqlite3_step(prepared)
      }
      const isCut = code === capi.SQLITE_ROW
      if (!isCut && code !== capi.SQLITE_DONE) return { ...nothing, error: refusal(database, statement) }
      const counts = changesRows(text) && capi.sqlite3_stmt_readonly(prepared) === 0
      return { ...nothing, columns, rows, isCut, changes: counts ? capi.sqlite3_changes(database) : null }
    } catch {
      return { ...nothing, error: refusal(database, statement) }
    } finally {
      prepared?.finalize()
    }
  }

  function tablesOf(database: Database): SqlTable[] {
    const ask = (text: string) => run(database, { text, line: 1 }, [])
    return ask(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid`,
    )
      .rows.map(([name]) => String(name))
      .map(name => {
        const { columns, rows, isCut } = ask(`SELECT * FROM "${name.replaceAll('"', '""')}"`)
        return { name, columns, rows, isCut }
      })
  }

  return ({ database: name, fresh, sql, params = [], nowMs = 0 }): SqlAnswer => {
    const database = fresh === undefined ? (databases.get(name) ?? openFresh(name)) : openFresh(name)
    clock.nowMs = nowMs
    for (const statement of statementsOf(fresh ?? '')) run(database, statement, [])
    const results = statementsOf(sql).map((statement, index) => {
      clock.nowMs = nowMs + 1000 * index
      return run(database, statement, params)
    })
    const isRolledBack = capi.sqlite3_get_autocommit(database) === 0
    if (isRolledBack) run(database, { text: 'ROLLBACK', line: 1 }, [])
    return { engine: `SQLite ${version.libVersion}`, results, tables: tablesOf(database), isRolledBack }
  }
}

/** A value as it can be shown: SQLite's large integers and bytes as text. */
function cellOf(value: unknown): SqlValue {
  if (value === null || value === undefined) return null
  if (typeof value === 'number') return value
  return value instanceof Uint8Array ? toldBytes(value) : told(String(value))
}
