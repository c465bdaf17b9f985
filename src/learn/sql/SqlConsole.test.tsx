import sqlite3InitModule from '@sqlite.org/sqlite-wasm'
import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { EngineAbsent, EngineStopped } from '../../engines/engine.ts'
import type { SqlEngine } from '../../engines/sql-engines.ts'
import { sqliteCore } from '../../engines/sqlite.ts'
import { renderIn } from '../../testing/render-in.tsx'
import { EngineAbsence } from './EngineAbsence.tsx'
import { recorder } from './recording.ts'
import { SqlConsole } from './SqlConsole.tsx'
import { useConsole } from './use-console.ts'
import { SqlEnginesContext, useSql } from './use-sql.ts'

const sqlite = await sqlite3InitModule()
const SETUP = 'CREATE TABLE t (k TEXT UNIQUE)'
const START = {
  database: 'test',
  setup: SETUP,
  text: `INSERT INTO t VALUES ('a');\nINSERT INTO t VALUES ('a');`,
}
const SCRIPTS = [
  { id: 'twice', label: 'Twice', text: START.text },
  { id: 'look', label: 'Look', text: 'SELECT * FROM t;' },
]

/** SQLite in this thread, which can be taken away, or stopped at its next question. */
function engineOf() {
  const core = sqliteCore(sqlite)
  const state = { isThere: true, stops: false, fails: false, loads: Promise.resolve() }
  const engine: SqlEngine = {
    load: async () => {
      await state.loads
      if (!state.isThere) throw new EngineAbsent('It is forbidden here.')
    },
    ask: async question => {
      await state.loads
      if (state.fails) throw new Error('read-only')
      if (!state.isThere) throw new EngineAbsent('It is forbidden here.')
      if (state.stops && question.sql !== '')
        throw new EngineStopped('It took longer than 4 s, and was stopped.')
      return core(question)
    },
    onProgress: () => () => {},
  }
  return { engine, state }
}

/** What the chapter asks, recorded. */
async function record() {
  const core = sqliteCore(sqlite)
  const { ask, recording } = recorder(async question => core(question))
  await ask({ database: 'test', fresh: SETUP, sql: '' })
  await ask({ database: 'test', fresh: SETUP, sql: START.text })
  return recording
}
const RECORDING = await record()
const recordings = () => RECORDING

function Console() {
  const sql = useSql('sqlite', recordings, true)
  const state = useConsole(sql, START)
  return (
    <>
      <EngineAbsence sql={sql} />
      <SqlConsole heading="Console" state={state} scripts={SCRIPTS} sql={sql} />
    </>
  )
}

function open({ isThere = true, loads = Promise.resolve() } = {}) {
  const { engine, state } = engineOf()
  Object.assign(state, { isThere, loads })
  const given = renderIn(
    {},
    <SqlEnginesContext value={{ sqlite: engine, postgres: engine }}>
      <Console />
    </SqlEnginesContext>,
  )

  return { ...given, state, press: (name: string) => given.user.click(screen.getByRole('button', { name })) }
}

const said = async () => within(await screen.findByRole('list', { name: 'What the database said' }))
const editor = () => screen.getByRole('textbox', { name: 'SQL' })

describe('the console', () => {
  it('shows the rows before anything is run', async () => {
    open()
    expect(await screen.findByText('t: 0 rows')).toBeVisible()
    expect(screen.getByText(/^SQLite 3/)).toBeVisible()
  })

  it('runs what is written, marks the line that was refused, and says so once', async () => {
    const { user, simulator } = open()
    await screen.findByText('t: 0 rows')
    await user.type(editor(), '{Control>}{Enter}{/Control}')
    const items = (await said()).getAllByRole('listitem')
    expect(items[0]).toHaveTextContent('1 row changed')
    expect(items[1]).toHaveTextContent('UNIQUE constraint failed: t.k')
    expect(editor()).toHaveAttribute('aria-invalid', 'true')
    expect(simulator.state.announcement?.text).toBe(
      '2 statements run, 1 refused. Line 2: UNIQUE constraint failed: t.k.',
    )
    await user.type(editor(), ' ')
    expect(editor()).not.toHaveAttribute('aria-invalid')
    expect(screen.getByText('The text has been edited since.')).toBeVisible()
  })

  it('keeps nothing of an earlier run among the results, also of equal statements', async () => {
    const { user, press } = open()
    await screen.findByText('t: 0 rows')
    await user.clear(editor())
    await user.type(editor(), 'SELECT 1; SELECT 1; SELECT 1')
    await press('Run')
    expect((await said()).getAllByRole('listitem')).toHaveLength(3)
    await user.clear(editor())
    await user.type(editor(), 'SELECT 2')
    await press('Run')
    expect((await said()).getAllByRole('listitem').map(item => item.textContent)).toEqual([
      expect.stringContaining('SELECT 2'),
    ])
  })

  it('says at once that its engine is fetched, and keeps what was run meanwhile', async () => {
    let arrive = () => {}
    const { press } = open({
      loads: new Promise(resolve => {
        arrive = resolve
      }),
    })
    expect(screen.getByText('Fetching SQLite …')).toBeVisible()
    await press('Run')
    arrive()
    expect(await screen.findByText(/^SQLite 3/)).toBeVisible()
    expect((await said()).getAllByRole('listitem')).toHaveLength(2)
    expect(await screen.findByText('t: 1 row')).toBeVisible()
  })

  it('offers scripts, and puts all back', async () => {
    const { user, press } = open()
    await screen.findByText('t: 0 rows')
    await press('Run')
    await screen.findByText('t: 1 row')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Script' }), 'Look')
    expect(editor()).toHaveValue('SELECT * FROM t;')
    await press('Run')
    expect(await screen.findByRole('region', { name: 'Rows of line 1' })).toHaveTextContent('a')
    await user.type(editor(), '--')
    expect(screen.getByRole('combobox', { name: 'Script' })).toHaveDisplayValue('Your own')
    await press('Start over')
    expect(editor()).toHaveValue(START.text)
    expect(await screen.findByText('t: 0 rows')).toBeVisible()
  })

  it('says that a script was stopped, and begins anew', async () => {
    const { state, press, simulator } = open()
    await screen.findByText('t: 0 rows')
    await press('Run')
    await screen.findByText('t: 1 row')
    state.stops = true
    await press('Run')
    const words = 'It took longer than 4 s, and was stopped. The tables are as they were at the start.'
    expect(await screen.findByText(words)).toBeVisible()
    expect(await screen.findByText('t: 0 rows')).toBeVisible()
    expect(simulator.state.announcement?.text).toBe(words)
  })
})

describe('the console without its engine', () => {
  it('that was stopped and cannot be had again: says both, marks what was recorded, and has it again', async () => {
    const { press, state, user } = open()
    await screen.findByText('t: 0 rows')
    Object.assign(state, { stops: true, isThere: true })
    const running = press('Run')
    await running
    Object.assign(state, { stops: false })
    expect(await screen.findByText(/It took longer than 4 s/)).toBeVisible()
    state.isThere = false
    await press('Run')
    expect(await screen.findByText(/SQLite could not be started/)).toBeVisible()
    expect(await screen.findByText(/^Recorded: SQLite 3/)).toBeVisible()
    state.isThere = true
    await press('Try again')
    await screen.findByText(/^SQLite 3/)
    await user.clear(editor())
    await user.type(editor(), 'SELECT 42 AS x')
    await press('Run')
    expect(await screen.findByRole('region', { name: 'Rows of line 1' })).toHaveTextContent('42')
  })

  it('answers what was run while it was being fetched in vain', async () => {
    let arrive = () => {}
    const { press } = open({
      isThere: false,
      loads: new Promise(resolve => {
        arrive = resolve
      }),
    })
    await press('Run')
    arrive()
    expect(await screen.findByText(/^Recorded: SQLite 3/)).toBeVisible()
    expect((await said()).getByText('UNIQUE constraint failed: t.k')).toBeVisible()
    expect(await screen.findByText('t: 1 row')).toBeVisible()
  })

  it('does not try for ever with one that only fails', async () => {
    const { state, press } = open()
    await screen.findByText('t: 0 rows')
    state.fails = true
    await press('Run')
    expect(await screen.findByText(/SQLite could not be started/)).toHaveTextContent('read-only')
    expect(await screen.findByText(/^Recorded: SQLite 3/)).toBeVisible()
  })

  it('says why, and answers what was recorded, marked so', async () => {
    const { press, user } = open({ isThere: false })
    expect(await screen.findByText(/SQLite could not be started/)).toHaveTextContent('It is forbidden here.')
    expect(await screen.findByText(/^Recorded: SQLite 3/)).toBeVisible()
    await press('Run')
    expect((await said()).getByText('UNIQUE constraint failed: t.k')).toBeVisible()
    await press('Run')
    expect((await said()).getAllByRole('listitem')[0]).toHaveTextContent('1 row changed')
    await user.type(editor(), ' SELECT 1')
    await press('Run')
    expect(await screen.findByText('Only what the chapter itself asks was recorded.')).toBeVisible()
  })

  it('tries again, and has it then', async () => {
    const { press, state, user } = open({ isThere: false })
    await screen.findByText(/^Recorded/)
    state.isThere = true
    await press('Try again')
    expect(await screen.findByText(/^SQLite 3/)).toBeVisible()
    expect(screen.queryByText(/could not be started/)).toBeNull()
    await user.clear(editor())
    await user.type(editor(), 'SELECT 42 AS x')
    await press('Run')
    expect(await screen.findByRole('region', { name: 'Rows of line 1' })).toHaveTextContent('42')
  })
})
