import { useRef } from 'react'
import { POSTGRES_BYTES } from '../../engines/postgres-bytes.ts'
import type { SqlEngineId } from '../../engines/sql-engines.ts'
import { Button } from '../../ui/Button.tsx'
import { Segments } from '../../ui/Segments.tsx'
import type { Sql } from '../sql/use-sql.ts'
import styles from './EngineChoice.module.css'

interface EngineChoiceProps {
  postgres: Sql
  chosen: SqlEngineId
  onChoose: (id: SqlEngineId) => void
}

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`

const ENGINES = [
  { value: 'sqlite', label: 'SQLite' },
  { value: 'postgres', label: 'Postgres' },
] as const

/** SQLite is there; Postgres is large, and is fetched only when somebody says so. */
export function EngineChoice({ postgres, chosen, onChoose }: EngineChoiceProps) {
  const { phase, share, load } = postgres
  const row = useRef<HTMLDivElement>(null)
  // Begun anew, or tried again, it stays the one that was chosen.
  const isHad = phase === 'ready' || phase === 'absent' || chosen === 'postgres'
  return (
    <div ref={row} tabIndex={-1} className={styles.row}>
      {isHad && <Segments label="Database" options={ENGINES} value={chosen} onChange={onChoose} />}
      {!isHad && (
        <p className={styles.words}>
          <strong>This is SQLite.</strong> Postgres answers in its own words. It is a download of{' '}
          {megabytes(POSTGRES_BYTES.unpacked)} ({megabytes(POSTGRES_BYTES.packed)} if the server compresses
          it), and takes some seconds to start.
        </p>
      )}
      {phase === 'idle' && (
        <Button
          onClick={() => {
            // The button goes; what comes in its place takes over its focus.
            row.current?.focus({ preventScroll: true })
            load()
          }}
        >
          Load Postgres ({megabytes(POSTGRES_BYTES.unpacked)})
        </Button>
      )}
      {phase === 'loading' && (
        <div className={styles.loading}>
          <progress aria-label="Postgres, fetched" max={1} value={share} className={styles.progress} />
          <span>{share < 1 ? `${Math.round(share * 100)} % fetched` : 'Starting Postgres …'}</span>
        </div>
      )}
    </div>
  )
}
