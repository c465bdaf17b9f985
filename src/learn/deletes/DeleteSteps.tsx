import type { ReactNode } from 'react'
import type { SqlResult } from '../../engines/sql.ts'
import { Chip } from '../../ui/Chip.tsx'
import { codeInWords, resultInWords } from '../sql/words.ts'
import styles from './DeleteSteps.module.css'
import { type DeleteStep, deletedAt, type Side } from './delete-run.ts'
import { conclusion, type Request } from './scenes.ts'

/** The requests so far, each with what either API did on it. */
export function DeleteSteps({ steps }: { steps: readonly DeleteStep[] }) {
  if (steps.length === 0)
    return (
      <p className={styles.empty}>
        Press Next step: each request appears here, with what each API makes of it.
      </p>
    )
  return (
    <ol className={styles.steps} aria-label="The requests">
      {steps.map(({ request, hard, soft }, at) => (
        <li key={request.at} className={styles.step}>
          <p className={styles.request}>
            <span className={styles.time}>{clock(request.at)}</span>{' '}
            <code>
              {request.method} /users{request.method === 'POST' ? '' : `/${request.id}`}
            </code>{' '}
            {request.note}
          </p>
          <div className={styles.sides}>
            <Did api="hard" side={hard} request={request} />
            <Did api="soft" side={soft} request={request}>
              {request.method === 'DELETE' && (
                <DeletedAt
                  before={deletedAt(steps[at - 1], request.id)}
                  now={deletedAt(steps[at], request.id)}
                />
              )}
            </Did>
          </div>
        </li>
      ))}
    </ol>
  )
}

interface DidProps {
  api: 'hard' | 'soft'
  side: Side
  request: Request
  children?: ReactNode
}

function Did({ api, side: { results, answer }, request, children }: DidProps) {
  return (
    <div className={styles.side}>
      <p className={styles.name}>
        <span>{api === 'hard' ? 'Hard' : 'Soft'}</span>
        <Chip tone={answer.status < 300 ? 'safe' : 'unsure'}>
          {answer.status} {answer.says}
        </Chip>
      </p>
      {results.map(result => (
        <p key={result.sql} className={styles.statement}>
          <code>{result.sql}</code>
          <Outcome result={result} />
        </p>
      ))}
      {children}
      <p>{conclusion(request, answer, api)}</p>
    </div>
  )
}

/** What a DELETE has made of deleted_at. */
function DeletedAt({ before, now }: { before: string | null; now: string | null }) {
  if (now === null) return null
  const isMoved = before !== null && before !== now
  return (
    <p className={styles.outcome}>
      deleted_at: {now.split(' ')[1]}{' '}
      {isMoved && (
        <Chip tone="unsure" icon="warning">
          overwritten, was {before.split(' ')[1]}
        </Chip>
      )}
      {before === now && <Chip icon="check">kept</Chip>}
    </p>
  )
}

function Outcome({ result }: { result: SqlResult }) {
  if (!result.error) return <span className={styles.outcome}>→ {resultInWords(result)}</span>
  return (
    <span className={styles.refused}>
      → {result.error.message} · {codeInWords(result.error)}
    </span>
  )
}

/** Seconds after noon as a clock has them. */
const clock = (seconds: number) =>
  `12:${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`
