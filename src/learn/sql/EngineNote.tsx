import { Chip } from '../../ui/Chip.tsx'

interface EngineNoteProps {
  /** With its version; '' before it has answered. */
  engine: string
  isRecorded: boolean
}

/** What answers here; marked where its answers are recorded ones. */
export function EngineNote({ engine, isRecorded }: EngineNoteProps) {
  if (!isRecorded) return engine
  return <Chip tone="unsure" icon="clock">{`Recorded: ${engine}`}</Chip>
}
