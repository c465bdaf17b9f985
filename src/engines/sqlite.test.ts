import sqlite3InitModule from '@sqlite.org/sqlite-wasm'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { SqlAnswer, SqlQuestion } from './sql.ts'
import { sqliteCore } from './sqlite.ts'

const core = sqliteCore(await sqlite3InitModule())
const ask = (sql: string, more: Partial<SqlQuestion> = {}) =>
  core({ database: 'test', sql, ...more }) as SqlAnswer

beforeEach(() => {
  ask('', { fresh: 'CREATE TABLE t (k TEXT UNIQUE, n INTEGER)' })
})

describe('SQLite', () => {
  it('tells of each statement what came of it', () => {
    const { engine, results, tables } = ask(`INSERT INTO t VALUES ('a', 1), ('b', 2);\nSELECT n, k FROM t;`)
    expect(engine).toMatch(/^SQLite 3\.\d+\.\d+$/)
    expect(results).toMatchObject([
      { line: 1, changes: 2, error: null },
      {
        line: 2,
        changes: null,
        columns: ['n', 'k'],
        rows: [
          [1, 'a'],
          [2, 'b'],
        ],
      },
    ])
    expect(tables).toEqual([
      {
        name: 't',
        columns: ['k', 'n'],
        rows: [
          ['a', 1],
          ['b', 2],
        ],
        isCut: false,
      },
    ])
  })

  it('refuses in its own words, with its code, and goes on', () => {
    const { results } = ask(`INSERT INTO t VALUES ('a', 1);\nINSERT INTO t VALUES ('a', 1);\nSELECT 1;`)
    expect(results[1]?.error).toEqual({
      message: 'UNIQUE constraint failed: t.k',
      code: 'SQLITE_CONSTRAINT_UNIQUE',
      number: 2067,
      line: 2,
    })
    expect(results[2]?.rows).toEqual([[1]])
  })

  it('says on which line a word is that it does not understand', () => {
    const { results } = ask('\nSELECT 1\nFORM t')
    expect(results[0]?.error).toMatchObject({ message: 'near "t": syntax error', line: 3 })
  })

  it('counts no rows for what changes none', () => {
    const { results } = ask(`CREATE TABLE u (x); WITH a AS (SELECT 1) SELECT * FROM a; DELETE FROM t`)
    expect(results.map(({ changes }) => changes)).toEqual([null, null, 0])
  })

  it('cuts a long result, also one without end', () => {
    const { results } = ask('WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x FROM c')
    expect(results[0]).toMatchObject({ isCut: true })
    expect(results[0]?.rows).toHaveLength(100)
  })

  it('rolls back what was left open, and says so', () => {
    expect(ask(`BEGIN; INSERT INTO t VALUES ('a', 1)`)).toMatchObject({
      isRolledBack: true,
      tables: [{ rows: [] }],
    })
    expect(ask(`BEGIN; INSERT INTO t VALUES ('a', 1); COMMIT`)).toMatchObject({
      isRolledBack: false,
      tables: [{ rows: [['a', 1]] }],
    })
  })

  it('has a NOW() that is what it is told', () => {
    const { results } = ask('SELECT NOW(); SELECT now()', { nowMs: Date.UTC(2024, 4, 1, 12) })
    expect(results.map(({ rows }) => rows[0])).toEqual([['2024-05-01 12:00:00'], ['2024-05-01 12:00:01']])
  })

  it('takes parameters, and shows bytes and long integers as text', () => {
    expect(ask('SELECT $1, $2', { params: ['x', null] }).results[0]?.rows).toEqual([['x', null]])
    expect(ask(`SELECT x'00ff', 9223372036854775807`).results[0]?.rows).toEqual([
      ["x'00ff'", '9223372036854775807'],
    ])
  })

  it('cuts what is too long to be shown, and says so', () => {
    const { results } = ask(`SELECT hex(zeroblob(20000000)), zeroblob(2000), hex(zeroblob(500))`)
    const [text, bytes, short] = results[0]?.rows[0] ?? []
    expect(text).toBe(`${'0'.repeat(1000)} … (cut: 40000000 characters in all)`)
    expect(bytes).toBe(`x'${'0'.repeat(1000)} … (cut: 2000 bytes in all)`)
    expect(short).toBe('0'.repeat(1000))
  })

  it.each([
    'PRAGMA query_only = 1',
    'PRAGMA foreign_keys = 1',
    `ATTACH ':memory:' AS aside; CREATE TABLE aside.t (x)`,
    'CREATE TEMP TABLE t (x); INSERT INTO temp.t VALUES (1)',
  ])('begins as new after %s', sql => {
    ask(sql)
    const { results, tables } = ask(
      `INSERT INTO t VALUES ('a', 1); PRAGMA foreign_keys; SELECT name FROM pragma_database_list`,
      { fresh: 'CREATE TABLE t (k TEXT UNIQUE, n INTEGER)' },
    )
    expect(results).toMatchObject([{ changes: 1 }, { rows: [[0]] }, { rows: [['main']] }])
    expect(tables).toMatchObject([{ rows: [['a', 1]] }])
  })

  it('fails where it cannot begin as new, so that it is begun anew itself', async () => {
    // The package says on the console that it cannot tidy up either.
    vi.spyOn(console, 'error').mockImplementation(() => {})
    vi.spyOn(console, 'warn').mockImplementation(() => {})
    const limited = sqliteCore(await sqlite3InitModule())
    limited({ database: 'test', fresh: '', sql: 'PRAGMA hard_heap_limit = 1' })
    expect(() => limited({ database: 'test', fresh: '', sql: '' })).toThrow(/allocate|memory/)
  })

  it('keeps one database from another', () => {
    expect(ask('SELECT 1', { database: 'other' }).tables).toEqual([])
  })
})
