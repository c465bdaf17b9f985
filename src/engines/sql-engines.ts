import { Engine, EngineAbsent, EngineStopped } from './engine.ts'
import postgresUrl from './postgres.worker.ts?worker&url'
import type { SqlAnswer, SqlQuestion } from './sql.ts'
import sqliteUrl from './sqlite.worker.ts?worker&url'

export type SqlEngineId = 'sqlite' | 'postgres'

/** A database of this page, in a worker of its own. */
export interface SqlEngine {
  /** Fetches and starts it. @throws EngineAbsent */
  readonly load: () => Promise<void>
  /** @throws EngineAbsent, EngineStopped */
  readonly ask: (question: SqlQuestion) => Promise<SqlAnswer>
  /** Is told the share that has been fetched, 0…1, until the returned function is called. */
  readonly onProgress: (listener: (share: number) => void) => () => void
}

/** What may take longest is somebody's own endless query. */
const TIMEOUT_MS = 4000

function sqlEngine(url: string): SqlEngine {
  const listeners = new Set<(share: number) => void>()
  const engine = new Engine<SqlQuestion, SqlAnswer>({
    url,
    timeoutMs: TIMEOUT_MS,
    onProgress: share => {
      for (const listener of listeners) listener(share)
    },
  })
  return {
    load: () => engine.load(),
    ask: async question => {
      try {
        return await engine.ask(question)
      } catch (error) {
        const isOver = error instanceof EngineAbsent || error instanceof EngineStopped
        if (isOver || question.fresh === undefined) throw error
        // Somebody's script has left it so that it cannot empty a database. Begun anew it can.
        return engine.ask(question)
      }
    },
    onProgress: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** One of each a page: a chapter that is opened again finds them started. */
export const SQL_ENGINES: Readonly<Record<SqlEngineId, SqlEngine>> = {
  sqlite: sqlEngine(sqliteUrl),
  postgres: sqlEngine(postgresUrl),
}
