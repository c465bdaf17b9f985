import { useId } from 'react'
import { sentenceOf } from '../../narrate/sentence.ts'
import type { Trace, TraceEvent } from '../../sim/index.ts'
import styles from './Happened.module.css'

/** What happened so far, in order: who did what. */
export function Happened({ trace }: { trace: Trace }) {
  const id = useId()
  const began = trace.events.findLastIndex(({ kind, attempt }) => kind === 'handler.started' && attempt === 2)
  const told = trace.events.slice(began + 1).filter(isTold)
  return (
    <div className={styles.happened}>
      <h4 id={id} className={styles.heading}>
        What happened, in order
      </h4>
      {told.length === 0 ? (
        <p className={styles.empty}>
          One payment of $100, sent twice with the same key. Each step you choose is told here.
        </p>
      ) : (
        <ol className={styles.list} aria-labelledby={id}>
          {told.map(event => (
            <li key={event.id} data-tone={sentenceOf(event).tone}>
              <span className={styles.who}>{whoOf(event)}</span> {sentenceOf(event).text}
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}

const isTold = (event: TraceEvent) =>
  !['request.delivered', 'response.delivered'].includes(event.kind) && event.kind !== 'promise.broken'

function whoOf({ worker, kind }: TraceEvent): string {
  if (worker) return `worker ${worker.slice(1)}`
  return kind === 'record.expired' ? 'Redis' : 'you'
}
