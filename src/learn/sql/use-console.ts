import { useCallback, useEffect, useRef, useState } from 'react'
import { EngineStopped } from '../../engines/engine.ts'
import type { SqlAnswer } from '../../engines/sql.ts'
import { useSimulator } from '../../store/react.tsx'
import { NotRecorded } from './recording.ts'
import type { Sql } from './use-sql.ts'
import { ranInWords } from './words.ts'

/** What a console begins with. */
export interface ConsoleStart {
  readonly database: string
  /** Makes the tables. */
  readonly setup: string
  /** Stands in the editor. */
  readonly text: string
  /** What NOW() says first. */
  readonly nowMs?: number
}

/** A console's state and its verbs. */
export interface ConsoleState {
  /** What it runs on, with its version; '' before that is known. */
  readonly engine: string
  readonly text: string
  readonly setText: (text: string) => void
  /** Of the last run; null before the first. */
  readonly answer: SqlAnswer | null
  /** The text that was answered: what has been edited since has no marks. */
  readonly answered: string
  /** The tables as they are now; null while they are being made. */
  readonly tables: SqlAnswer['tables'] | null
  /** Why there is no answer: stopped, not recorded, or broken. */
  readonly problem: string
  readonly isRunning: boolean
  readonly run: () => void
  /** Empties the tables and runs the text the chapter begins with. */
  readonly runAnew: () => Promise<SqlAnswer | null>
  readonly reset: () => void
}

/** A minute passes between two runs. */
const MINUTE_MS = 60_000

export function useConsole(sql: Sql, start: ConsoleStart): ConsoleState {
  const simulator = useSimulator()
  const [engine, setEngine] = useState('')
  const [text, setText] = useState(start.text)
  const [answered, setAnswered] = useState('')
  const [answer, setAnswer] = useState<SqlAnswer | null>(null)
  const [tables, setTables] = useState<SqlAnswer['tables'] | null>(null)
  const [problem, setProblem] = useState('')
  const [isRunning, setIsRunning] = useState(false)
  const runs = useRef(0)
  const { ask, phase } = sql
  const { database, setup, text: begun, nowMs } = start

  const begin = useCallback(async () => {
    runs.current = 0
    setAnswer(null)
    try {
      const told = await ask({ database, fresh: setup, sql: '' })
      setEngine(told.engine)
      setTables(told.tables)
    } catch {
      setTables(null)
    }
  }, [ask, database, setup])

  // Anew where an engine has come, or what was recorded in its place.
  useEffect(() => {
    if (phase !== 'ready' && phase !== 'absent') return
    setProblem('')
    begin()
  }, [phase, begin])

  async function ran(script: string, isAnew: boolean): Promise<SqlAnswer | null> {
    setIsRunning(true)
    setProblem('')
    // What was recorded begins with empty tables each time.
    const isFresh = isAnew || phase === 'absent'
    if (isFresh) runs.current = 0
    const time = nowMs === undefined ? {} : { nowMs: nowMs + MINUTE_MS * runs.current }
    runs.current += 1
    try {
      const told = await ask({ database, ...(isFresh && { fresh: setup }), sql: script, ...time })
      setAnswer(told)
      setAnswered(script)
      setTables(told.tables)
      simulator.announce(ranInWords(told))
      return told
    } catch (error) {
      const stopped = error instanceof EngineStopped
      const words = error instanceof Error ? error.message : String(error)
      const said = stopped ? `${words} The tables are as they were at the start.` : words
      setProblem(said)
      simulator.announce(said)
      // What was stopped is gone with its tables.
      if (!(error instanceof NotRecorded)) await begin()
      return null
    } finally {
      setIsRunning(false)
    }
  }

  return {
    engine,
    text,
    setText,
    answer,
    answered,
    tables,
    problem,
    isRunning,
    run: () => {
      if (!isRunning) ran(text, false)
    },
    runAnew: () => {
      setText(begun)
      return ran(begun, true)
    },
    reset: () => {
      setText(begun)
      setProblem('')
      begin()
      simulator.announce('The text and the tables are as at the start.')
    },
  }
}
