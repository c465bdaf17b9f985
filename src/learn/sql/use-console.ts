import { useCallback, useEffect, useRef, useState } from 'react'
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
  /** Which run of the console it was. */
  readonly run: number
  /** The tables as they are now; null while they are being made. */
  readonly tables: SqlAnswer['tables'] | null
  /** Why there is no answer: stopped, not recorded, or broken. */
  readonly problem: string
  readonly isRunning: boolean
  readonly start: () => void
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
  const [run, setRun] = useState(0)
  /** Since the tables were emptied. */
  const runs = useRef(0)
  /** The last that was asked of the database: what comes of anything before it comes too late. */
  const last = useRef(0)
  /** The run there is no answer to yet; 0 for none. */
  const open = useRef(0)
  /** With which of the database's starts the tables here began. */
  const startOfTables = useRef(0)
  const { ask, phase, starts, startsNow } = sql
  const { database, setup, text: begun, nowMs } = start

  const show = useCallback(
    (told: SqlAnswer) => {
      startOfTables.current = startsNow()
      setEngine(told.engine)
      setTables(told.tables)
    },
    [startsNow],
  )

  const begin = useCallback(async () => {
    last.current += 1
    const mine = last.current
    runs.current = 0
    setAnswer(null)
    try {
      const told = await ask({ database, fresh: setup, sql: '' })
      if (last.current === mine) show(told)
    } catch {
      if (last.current === mine) setTables(null)
    }
  }, [ask, database, setup, show])

  // biome-ignore lint/correctness/useExhaustiveDependencies: with another database nothing holds of what was said
  useEffect(() => {
    startOfTables.current = 0
    open.current = 0
    setIsRunning(false)
    setProblem('')
  }, [ask])

  useEffect(() => {
    // To a recording other things could be asked.
    if (phase === 'absent') return () => setProblem('')
  }, [phase])

  // Anew where an engine has come, or what was recorded in its place, unless that was asked already.
  const isThere = phase === 'ready' || phase === 'absent'
  useEffect(() => {
    if (isThere && open.current === 0 && startOfTables.current !== starts) begin()
  }, [isThere, starts, begin])

  async function ran(script: string, isAnew: boolean): Promise<SqlAnswer | null> {
    last.current += 1
    const mine = last.current
    open.current = mine
    setIsRunning(true)
    setProblem('')
    // What was recorded begins with empty tables each time, and what is still to come has none.
    const isFresh = isAnew || phase !== 'ready'
    if (isFresh) runs.current = 0
    const time = nowMs === undefined ? {} : { nowMs: nowMs + MINUTE_MS * runs.current }
    runs.current += 1
    try {
      const told = await ask({ database, ...(isFresh && { fresh: setup }), sql: script, ...time })
      if (last.current !== mine) return told
      show(told)
      setAnswer(told)
      setAnswered(script)
      setRun(mine)
      simulator.announce(ranInWords(told))
      return told
    } catch (error) {
      if (last.current !== mine) return null
      const isRecorded = error instanceof NotRecorded
      const words = error instanceof Error ? error.message : String(error)
      // What was stopped or has failed is gone with its tables.
      const said = isRecorded ? words : `${words} The tables are as they were at the start.`
      setProblem(said)
      simulator.announce(said)
      if (isRecorded && startOfTables.current !== startsNow()) begin()
      return null
    } finally {
      if (open.current === mine) {
        open.current = 0
        setIsRunning(false)
      }
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
    run,
    isRunning,
    start: () => {
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
