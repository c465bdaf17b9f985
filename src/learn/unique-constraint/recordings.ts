import type { Recording } from '../sql/recording.ts'
import postgres from './postgres.recorded.json?raw'
import sqlite from './sqlite.recorded.json?raw'

/** What the engines answered. It comes with the chapter: where an engine cannot be fetched, neither could this. */
export const recordings = {
  sqlite: () => JSON.parse(sqlite) as Recording,
  postgres: () => JSON.parse(postgres) as Recording,
}
