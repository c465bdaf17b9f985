import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { EngineAbsent } from '../../engines/engine.ts'
import type { SqlAnswer, SqlQuestion } from '../../engines/sql.ts'
import { SQL_ENGINES, type SqlEngineId } from '../../engines/sql-engines.ts'
import { type Recording, recordedAsk } from './recording.ts'

export type SqlAsk = (question: SqlQuestion) => Promise<SqlAnswer>

/** Where the databases come from; a test puts others in their place. */
export const SqlEnginesContext = createContext(SQL_ENGINES)

/** `idle`: nobody has asked for it yet. */
export type SqlPhase = 'idle' | 'loading' | 'ready' | 'absent'

/** A database as a lab uses it. */
export interface Sql {
  /** As one speaks of it. */
  readonly name: string
  readonly phase: SqlPhase
  /** How often it has begun, itself or what was recorded of it in its place: each time its databases are gone. */
  readonly starts: number
  /** The same, now and not as it was when this was drawn. */
  readonly startsNow: () => number
  /** The share that has been fetched, 0…1; 1 while it starts. */
  readonly share: number
  /** Why it cannot be had, in its own words. */
  readonly reason: string
  /** Without an engine it answers from what was recorded. @throws EngineStopped, NotRecorded */
  readonly ask: SqlAsk
  /** Fetches it, or tries again to. */
  readonly load: () => void
}

const NAMES: Readonly<Record<SqlEngineId, string>> = { sqlite: 'SQLite', postgres: 'Postgres' }

/** An engine that fails so often in a row, whatever it is asked, is none. */
const MOST_FAILURES = 3

/**
 * A database in the page.
 *
 * @param recording what it answered when it was there
 * @param isWanted fetches it at once
 */
export function useSql(id: SqlEngineId, recording: () => Recording, isWanted: boolean): Sql {
  const engine = useContext(SqlEnginesContext)[id]
  const [phase, setPhase] = useState<SqlPhase>('idle')
  const [starts, setStarts] = useState(0)
  const [share, setShare] = useState(0)
  const [reason, setReason] = useState('')
  const recorded = useRef<SqlAsk | null>(null)
  const isLoading = useRef(false)
  const begun = useRef(0)
  const failures = useRef(0)

  const begin = useCallback((as: 'ready' | 'absent') => {
    begun.current += 1
    setStarts(begun.current)
    setPhase(as)
  }, [])

  /** From here on what was recorded answers. */
  const lose = useCallback(
    (error: unknown): SqlAsk => {
      if (recorded.current) return recorded.current
      recorded.current = recordedAsk(recording())
      setReason(error instanceof Error ? error.message : String(error))
      begin('absent')
      return recorded.current
    },
    [recording, begin],
  )

  const load = useCallback(() => {
    if (isLoading.current) return
    isLoading.current = true
    recorded.current = null
    setPhase('loading')
    setShare(0)
    const off = engine.onProgress(setShare)
    engine
      .load()
      .then(() => begin('ready'), lose)
      .finally(() => {
        isLoading.current = false
        off()
      })
  }, [engine, begin, lose])

  useEffect(() => {
    if (isWanted) load()
  }, [isWanted, load])

  const ask = useCallback<SqlAsk>(
    async question => {
      if (recorded.current) return recorded.current(question)
      try {
        const answer = await engine.ask(question)
        failures.current = 0
        return answer
      } catch (error) {
        if (error instanceof EngineAbsent) return lose(error)(question)
        // It was stopped, or has broken down: its databases are gone, and it begins anew.
        failures.current += 1
        if (failures.current < MOST_FAILURES) load()
        else lose(error)
        throw error
      }
    },
    [engine, load, lose],
  )
  const startsNow = useCallback(() => begun.current, [])
  return useMemo(
    () => ({ name: NAMES[id], phase, starts, startsNow, share, reason, ask, load }),
    [id, phase, starts, startsNow, share, reason, ask, load],
  )
}
