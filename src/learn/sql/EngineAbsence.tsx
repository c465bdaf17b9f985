import { Notice } from '../../ui/Notice.tsx'
import type { Sql } from './use-sql.ts'

/** Says that an engine cannot be had here, why, and that what is shown was recorded. */
export function EngineAbsence({ sql }: { sql: Sql }) {
  const { name } = sql
  if (sql.phase !== 'absent') return null
  return (
    <Notice tone="unsure" short={`${name} is absent`} action={{ label: 'Try again', onAction: sql.load }}>
      {name} could not be started in this page. What you see of it was recorded from the same engine, and is
      marked so; SQL of your own cannot be run. It says: <q>{sql.reason}</q>
    </Notice>
  )
}
