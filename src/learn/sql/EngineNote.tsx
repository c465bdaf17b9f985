import { Chip } from '../../ui/Chip.tsx'
import type { Sql } from './use-sql.ts'

interface EngineNoteProps {
  /** With its version; '' before it has answered. */
  engine: string
  sql: Sql
}

/** What answers here, or that it is being fetched; marked where its answers are recorded ones. */
export function EngineNote({ engine, sql: { name, phase, share } }: EngineNoteProps) {
  if (phase === 'loading') return `${share < 1 ? 'Fetching' : 'Starting'} ${name} …`
  if (phase !== 'absent' || engine === '') return engine
  return <Chip tone="unsure" icon="clock">{`Recorded: ${engine}`}</Chip>
}
