import type { Recording } from '../sql/recording.ts'

/** What the engines answered, fetched where one cannot be had. Held equal to the engines by recorded.test.ts. */
export const recordings = {
  sqlite: async () => JSON.parse((await import('./sqlite.recorded.json?raw')).default) as Recording,
  postgres: async () => JSON.parse((await import('./postgres.recorded.json?raw')).default) as Recording,
}
