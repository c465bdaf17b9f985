// What the chapter says of its database, on the database itself; and what was recorded is what it says.
import sqlite3InitModule from '@sqlite.org/sqlite-wasm'
import { describe, expect, it } from 'vitest'
import { sqliteCore } from '../../engines/sqlite.ts'
import { recordedAsk, recorder } from '../sql/recording.ts'
import type { SqlAsk } from '../sql/use-sql.ts'
import { DELETES_START, type DeleteChoice, NOON_MS, runDeletes } from './delete-run.ts'
import { RETRY_EXPERIMENT, whatHappened } from './experiment.ts'
import { recordedSqlite } from './recordings.ts'
import { conclusion, SCENES, type SceneId } from './scenes.ts'
import { CONSOLE_DATABASE, SCRIPTS } from './texts.ts'

const CHOICES: readonly DeleteChoice[] = (Object.keys(SCENES) as SceneId[]).flatMap(scene =>
  (['overwritten', 'kept'] as const).flatMap(time =>
    (['all', 'partial'] as const).map(unique => ({ scene, time, unique })),
  ),
)

/** Everything the chapter itself asks. */
async function askAll(ask: SqlAsk): Promise<void> {
  await ask({ database: CONSOLE_DATABASE, fresh: '', sql: '' })
  for (const { text } of SCRIPTS)
    await ask({ database: CONSOLE_DATABASE, fresh: '', sql: text, nowMs: NOON_MS })
  for (const choice of CHOICES) await runDeletes(ask, choice)
}

const core = sqliteCore(await sqlite3InitModule())
const ask: SqlAsk = async question => core(question)
const run = (choice: Partial<DeleteChoice>) => runDeletes(ask, { ...DELETES_START, ...choice })
const statuses = async (choice: Partial<DeleteChoice>) =>
  (await run(choice)).steps.map(({ hard, soft }) => [hard.answer.status, soft.answer.status])
const script = (id: string) =>
  ask({
    database: 'test',
    fresh: '',
    sql: SCRIPTS.find(found => found.id === id)?.text ?? '',
    nowMs: NOON_MS,
  })

const FIRST = '2024-05-01 12:00:00'
const RETRY = '2024-05-01 12:00:03'

describe('the same DELETE twice', () => {
  it('claim: hard-retry – 0 rows and 404 from the hard one, the same again from the soft one', async () => {
    const { steps } = await run({})
    expect(steps.slice(0, 2).map(({ hard }) => [hard.results[0]?.changes, hard.answer.status])).toEqual([
      [1, 204],
      [0, 404],
    ])
    expect(steps.slice(0, 2).map(({ soft }) => [soft.results[0]?.changes, soft.answer.status])).toEqual([
      [1, 204],
      [1, 204],
    ])
    expect((await script('hard')).results.slice(-2).map(({ changes }) => changes)).toEqual([1, 0])
  })

  it('claim: same-rows – the rows after the second are those after the first', async () => {
    const [first, second] = (await run({ time: 'kept' })).steps
    expect(second?.hard.tables).toEqual(first?.hard.tables)
    expect(second?.soft.tables).toEqual(first?.soft.tables)
    expect(first?.hard.tables[0]?.rows).toEqual([])
  })

  it('claim: overwritten – the plain UPDATE has the retry’s time', async () => {
    const [first, second] = (await run({})).steps
    expect(first?.soft.tables[0]?.rows).toEqual([[1, 'ada@example.org', FIRST]])
    expect(second?.soft.tables[0]?.rows).toEqual([[1, 'ada@example.org', RETRY]])
  })

  it('claim: kept – with AND deleted_at IS NULL the first time stays, and so does the answer', async () => {
    const { steps } = await run({ time: 'kept' })
    expect(steps[1]?.soft.tables[0]?.rows).toEqual([[1, 'ada@example.org', FIRST]])
    expect(steps[1]?.soft.results.map(({ changes }) => changes)).toEqual([0, null])
    expect(steps[1]?.soft.answer.status).toBe(204)
  })

  it('claim: gone – only soft delete tells gone from never was', async () => {
    expect((await statuses({})).slice(2)).toEqual([
      [404, 410],
      [404, 404],
    ])
    const [, , , never] = (await run({})).steps
    const concludes = (api: 'hard' | 'soft') => never && conclusion(never.request, never[api].answer, api)
    expect([concludes('hard'), concludes('soft')]).toEqual([
      '“There is none. Was there ever?”',
      '“There never was one.”',
    ])
  })

  it('is predicted by what it was', async () => {
    expect(whatHappened(await run({}))).toEqual({ hard: '404', soft: '204', time: RETRY })
    expect(whatHappened(await run({ time: 'kept' }))).toMatchObject({ time: FIRST })
    const options = RETRY_EXPERIMENT.asks.map(({ id, options }) => [id, options.map(({ value }) => value)])
    expect(Object.fromEntries(options)).toMatchObject({ time: [FIRST, RETRY] })
  })
})

describe('what comes later', () => {
  it('claim: late – a late CREATE raises the hard-deleted row, and is refused by the soft-deleted one', async () => {
    expect(await statuses({ scene: 'late' })).toEqual([
      [201, 201],
      [204, 204],
      [201, 409],
      [200, 410],
    ])
    const end = (await run({ scene: 'late' })).steps.at(-1)
    expect(end?.hard.tables[0]?.rows).toEqual([[1, 'ada@example.org']])
    expect(end?.soft.tables[0]?.rows).toEqual([[1, 'ada@example.org', '2024-05-01 12:00:05']])
    // By its id, so also where its email would be free.
    const partial = (await run({ scene: 'late', unique: 'partial' })).steps[2]?.soft
    expect(partial?.results[0]?.error?.code).toBe('SQLITE_CONSTRAINT_PRIMARYKEY')
  })

  it('claim: partial – the same email is refused until the index leaves deleted rows out', async () => {
    expect(await statuses({ scene: 'again' })).toEqual([
      [204, 204],
      [201, 409],
    ])
    expect(await statuses({ scene: 'again', unique: 'partial' })).toEqual([
      [204, 204],
      [201, 201],
    ])
    const { results, tables } = await script('partial')
    expect(results.map(({ error }) => error?.message ?? '')).toEqual([
      ...['', '', '', '', ''],
      'UNIQUE constraint failed: users.email',
      ...['', '', ''],
    ])
    expect(tables[0]?.rows).toHaveLength(2)
  })
})

describe('the lab', () => {
  it('has a conclusion for every answer, and none from an app that broke', async () => {
    for (const choice of CHOICES)
      for (const { request, hard, soft } of (await runDeletes(ask, choice)).steps)
        for (const [api, { answer }] of [
          ['hard', hard],
          ['soft', soft],
        ] as const) {
          expect(answer.status).toBeLessThan(500)
          expect(conclusion(request, answer, api)).not.toBe('')
        }
  })

  it('shows statements with their parameters in their places', async () => {
    const [, retry] = (await run({})).steps
    expect([retry?.hard.results[0]?.sql, retry?.soft.results[0]?.sql]).toEqual([
      'DELETE FROM users WHERE id = 1',
      'UPDATE users SET deleted_at = NOW() WHERE id = 1',
    ])
  })

  it('has the time of a script move by a second at each statement', async () => {
    const times = (id: string) =>
      script(id).then(({ results }) =>
        results.flatMap(({ columns, rows }) => (columns.length > 0 ? rows[0] : [])),
      )
    expect(await times('soft')).toEqual(['2024-05-01 12:00:03', '2024-05-01 12:00:05'])
    expect(await times('kept')).toEqual(['2024-05-01 12:00:03', '2024-05-01 12:00:03'])
  })

  it('is recorded as it is', async () => {
    const { ask: record, recording } = recorder(ask)
    await askAll(record)
    const lines = Object.entries(recording).map(([key, answer]) => `"${key}":${JSON.stringify(answer)}`)
    await expect(`{\n${lines.join(',\n')}\n}\n`).toMatchFileSnapshot('./sqlite.recorded.json')
    const recorded = recordedAsk(await recordedSqlite())
    await askAll(recorded)
    expect(await runDeletes(recorded, DELETES_START)).toEqual(await run({}))
  })
})
