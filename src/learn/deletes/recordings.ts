import type { Recording } from '../sql/recording.ts'
import sqlite from './sqlite.recorded.json?raw'

/** What SQLite answered, held equal to it by engine.test.ts. It comes with the chapter: offline it could not be fetched. */
export const recordedSqlite = () => JSON.parse(sqlite) as Recording
