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
  readonly phase: SqlPhase
  /** The share that has been fetched, 0…1; 1 while it starts. */
  readonly share: number
  /** Why it cannot be had, in its own words. */
  readonly reason: string
  /** Without an engine it answers from what was recorded. @throws EngineStopped, NotRecorded */
  readonly ask: SqlAsk
  /** Fetches it, or tries again to. */
  readonly load: () => void
}

/**
 * A database in the page.
 *
 * @param recording what it answered when it was there; fetched only when it is not
 * @param isWanted fetches it at once
 */
export function useSql(id: SqlEngineId, recording: () => Promise<Recording>, isWanted: boolean): Sql {
  const engine = useContext(SqlEnginesContext)[id]
  const [phase, setPhase] = useState<SqlPhase>('idle')
  const [share, setShare] = useState(0)
  const [reason, setReason] = useState('')
  const recorded = useRef<Promise<SqlAsk> | null>(null)

  const load = useCallback(() => {
    setPhase('loading')
    recorded.current = null
    const off = engine.onProgress(setShare)
    engine
      .load()
      .then(() => setPhase('ready'))
      .catch(error => {
        setReason(error instanceof Error ? error.message : String(error))
        setPhase('absent')
      })
      .finally(off)
  }, [engine])

  useEffect(() => {
    if (isWanted) load()
  }, [isWanted, load])

  const ask = useCallback<SqlAsk>(
    async question => {
      if (recorded.current) return (await recorded.current)(question)
      try {
        return await engine.ask(question)
      } catch (error) {
        if (!(error instanceof EngineAbsent)) throw error
        recorded.current ??= recording().then(recordedAsk)
        return (await recorded.current)(question)
      }
    },
    [engine, recording],
  )
  return useMemo(() => ({ phase, share, reason, ask, load }), [phase, share, reason, ask, load])
}
