import type { Recording } from '../sql/recording.ts'

/** What SQLite answered, fetched where it cannot be had. Held equal to it by engine.test.ts. */
export const recordedSqlite = async () =>
  JSON.parse((await import('./sqlite.recorded.json?raw')).default) as Recording
