// What the chapter says of its databases, on the databases themselves; and what was recorded is what they say.
import { PGlite } from '@electric-sql/pglite'
import sqlite3InitModule from '@sqlite.org/sqlite-wasm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { postgresCore } from '../../engines/postgres.ts'
import type { SqlCore } from '../../engines/sql.ts'
import { sqliteCore } from '../../engines/sqlite.ts'
import { recordedAsk, recorder } from '../sql/recording.ts'
import type { SqlAsk } from '../sql/use-sql.ts'
import { APP_START, type AppChoice, endOf, runApp } from './app-run.ts'
import { whatHappened } from './experiment.ts'
import { HANDLER_IDS, HANDLERS } from './handlers.ts'
import { recordings } from './recordings.ts'
import { CONSOLE_DATABASE, SCRIPTS } from './texts.ts'

const CHOICES: readonly AppChoice[] = HANDLER_IDS.flatMap(handler =>
  [true, false].flatMap(unique => (['after', 'in-turn'] as const).map(order => ({ handler, unique, order }))),
)

/** Everything the chapter itself asks. */
async function askAll(ask: SqlAsk): Promise<void> {
  for (const { text } of [{ text: '' }, ...SCRIPTS])
    await ask({ database: CONSOLE_DATABASE, fresh: '', sql: text })
  for (const choice of CHOICES) await runApp(ask, choice)
}

let stop = async () => {}
const cores: Record<'sqlite' | 'postgres', () => Promise<SqlCore>> = {
  sqlite: async () => sqliteCore(await sqlite3InitModule()),
  postgres: async () => {
    const postgres = await PGlite.create()
    stop = () => postgres.close()
    return postgresCore(postgres)
  },
}

describe.each(['sqlite', 'postgres'] as const)('on %s', id => {
  let core: SqlCore
  const ask: SqlAsk = async question => core(question)
  const script = (id: string) =>
    ask({ database: 'test', fresh: '', sql: SCRIPTS.find(found => found.id === id)?.text ?? '' })
  const end = async (choice: Partial<AppChoice>) => endOf(await runApp(ask, { ...APP_START, ...choice }))

  beforeAll(async () => {
    core = await cores[id]()
  }, 60_000)
  afterAll(() => stop())

  it('claim: refused – the second INSERT is refused as a whole, and one row is there', async () => {
    const { results, tables } = await script('twice')
    expect(results.map(({ error }) => error !== null)).toEqual([false, false, false, true])
    expect(results[3]?.error).toMatchObject(
      id === 'sqlite'
        ? {
            message: 'UNIQUE constraint failed: payments.idempotency_key',
            code: 'SQLITE_CONSTRAINT_UNIQUE',
            number: 2067,
            line: 12,
          }
        : {
            message: 'duplicate key value violates unique constraint "payments_idempotency_key_key"',
            code: '23505',
            detail: 'Key (idempotency_key)=(uuid-101) already exists.',
            constraint: 'payments_idempotency_key_key',
            line: 12,
          },
    )
    expect(tables[0]?.rows).toEqual([['uuid-101', 100, 50]])
    expect((await script('without')).tables[0]?.rows).toHaveLength(2)
  })

  it('claim: success – the app makes of the refusal a success', async () => {
    expect(await end({})).toEqual({
      rows: 1,
      charged: 100,
      first: { status: 201, says: 'paid' },
      second: { status: 200, says: 'paid already' },
      knows: true,
    })
    expect(whatHappened(await script('twice'), await runApp(ask, APP_START))).toEqual({
      rows: '1',
      second: 'refused',
      told: 'success',
    })
  })

  it('claim: conflict – a client that is answered 409 never learns that it has paid', async () => {
    expect(await end({ handler: 'conflict' })).toMatchObject({
      rows: 1,
      second: { status: 409 },
      knows: false,
    })
  })

  it('claim: do-nothing – ON CONFLICT DO NOTHING tells by the number of rows, and needs the constraint', async () => {
    const { results } = await script('nothing')
    expect(results.slice(-2).map(({ changes }) => changes)).toEqual([1, 0])
    expect(await end({ handler: 'ignore' })).toMatchObject({ rows: 1, knows: true })
    expect(await end({ handler: 'ignore', unique: false })).toMatchObject({ rows: 2, charged: 200 })
  })

  it('claim: look-first – SELECT, then INSERT charges once in turn, and twice at the same time', async () => {
    const looks = { handler: 'look', unique: false } as const
    expect(await end(looks)).toMatchObject({ rows: 1, knows: true })
    expect(await end({ ...looks, order: 'in-turn' })).toMatchObject({ rows: 2, charged: 200 })
    // The constraint still saves the money, but nobody caught its refusal.
    expect(await end({ handler: 'look', order: 'in-turn' })).toMatchObject({
      rows: 1,
      second: { status: 500 },
      knows: false,
    })
  })

  it('claim: order – with the constraint and the violation caught, it does not matter how they meet', async () => {
    expect(await end({ order: 'in-turn' })).toEqual(await end({}))
  })

  it('claim: apart – a crash between key and charge leaves a key that says “paid”, and no charge', async () => {
    const { results, tables } = await script('two-transactions')
    expect(results.at(-1)?.error).not.toBeNull()
    expect(tables.map(({ rows }) => rows)).toEqual([[['uuid-101', 100, 50]], [[50, 1000]]])
  })

  it('claim: together – after a crash within one transaction the retry charges, once', async () => {
    const { results, tables } = await script('one-transaction')
    expect(results.filter(({ error }) => error)).toEqual([])
    expect(tables.map(({ rows }) => rows)).toEqual([[['uuid-101', 100, 50]], [[50, 900]]])
  })

  it('every script is answered, and runs the same when it is run again', async () => {
    for (const { text } of SCRIPTS) {
      const [first, second] = [
        await ask({ database: 'again', fresh: '', sql: text }),
        await ask({ database: 'again', sql: text }),
      ]
      expect({ ...second, tables: [] }).toEqual({ ...first, tables: [] })
    }
  })

  it('every step of the app has the line of its code that did it', async () => {
    for (const choice of CHOICES) {
      const { steps } = await runApp(ask, choice)
      const lines = HANDLERS[choice.handler].text.split('\n')
      for (const { line, sql, answer } of steps) {
        const isUncaught = answer?.status === 500
        expect(line >= 0).toBe(!isUncaught)
        if (!isUncaught) expect(lines[line]).toContain(sql ? sql.split(' ')[0] : `answer(${answer?.status}`)
      }
    }
  })

  it('tells what came of a statement as the other engine does', async () => {
    const fresh = 'CREATE TABLE t (k TEXT UNIQUE, n INTEGER)'
    const begun = await core({
      database: 'core',
      fresh,
      sql: `INSERT INTO t VALUES ('a', 1);\nSELECT n, k FROM t`,
    })
    expect(begun.engine).toMatch(id === 'sqlite' ? /^SQLite 3\.\d+\.\d+$/ : /^Postgres 18\.\d+$/)
    expect(begun).toMatchObject({
      results: [{ changes: 1 }, { columns: ['n', 'k'], rows: [[1, 'a']], changes: null, line: 2 }],
      tables: [{ name: 't', columns: ['k', 'n'], rows: [['a', 1]], isCut: false }],
      isRolledBack: false,
    })
    const more = async (sql: string, params: string[] = []) => core({ database: 'core', sql, params })
    expect((await more('SELECT 1\n  FORM t x')).results[0]?.error).toMatchObject({ line: 2 })
    expect((await more('SELECT $1, NULL', ['x'])).results[0]?.rows).toEqual([['x', null]])
    expect(await more(`BEGIN; DELETE FROM t`)).toMatchObject({
      isRolledBack: true,
      tables: [{ rows: [['a', 1]] }],
    })
    const many =
      'WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 500) SELECT x FROM c'
    expect((await more(many)).results[0]).toMatchObject({ isCut: true, changes: null })
    expect((await core({ database: 'other', sql: '' })).tables).toEqual([])
  })

  it('cuts what is too long to be shown, and says so', async () => {
    const long = id === 'sqlite' ? 'hex(zeroblob(1000000))' : `repeat('0', 2000000)`
    const { results } = await ask({ database: 'core', sql: `SELECT ${long}` })
    expect(results[0]?.rows[0]).toEqual([`${'0'.repeat(1000)} … (cut: 2000000 characters in all)`])
  })

  // SQLite has none of these settings; what it has of the kind is held beside its engine.
  if (id === 'postgres')
    it('keeps nothing that was set for the session', async () => {
      for (const sql of [
        'SET default_transaction_read_only = on',
        'CREATE ROLE nobody; SET ROLE nobody',
        'SET statement_timeout = 1',
        'SET search_path TO public',
        'CREATE TEMP TABLE t (x int)',
      ]) {
        await ask({ database: 'core', sql })
        expect(
          await ask({ database: 'core', fresh: 'CREATE TABLE t (x int)', sql: 'INSERT INTO t VALUES (1)' }),
        ).toMatchObject({
          results: [{ changes: 1, error: null }],
          tables: [{ name: 't', rows: [[1]] }],
        })
      }
      const refused = (await ask({ database: 'core', sql: `SELECT repeat('x', 100000)::int` })).results[0]
        ?.error
      expect(refused?.message).toMatch(/^invalid input syntax.* characters in all\)$/)
      expect((await ask({ database: 'core', sql: `SELECT 'ab'::bytea` })).results[0]?.rows).toEqual([
        ["x'6162'"],
      ])
    })

  it('what was recorded is what it says', async () => {
    const { ask: record, recording } = recorder(ask)
    await askAll(record)
    const lines = Object.entries(recording).map(([key, answer]) => `"${key}":${JSON.stringify(answer)}`)
    await expect(`{\n${lines.join(',\n')}\n}\n`).toMatchFileSnapshot(`./${id}.recorded.json`)
    // And it answers what the lab asks without an engine.
    const recorded = recordedAsk(recordings[id]())
    await askAll(recorded)
    expect(await runApp(recorded, APP_START)).toEqual(await runApp(ask, APP_START))
    await expect(recorded({ database: CONSOLE_DATABASE, fresh: '', sql: 'SELECT 1' })).rejects.toThrow(
      'recorded',
    )
  })
})

it('each line of a handler that does something says once what it does', () => {
  for (const { text } of Object.values(HANDLERS))
    for (const word of text.match(/(?:SELECT|INSERT) |answer\(\d+/g) ?? [])
      expect(text.split(word)).toHaveLength(2)
})
