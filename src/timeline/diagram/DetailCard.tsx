import { useId } from 'react'
import { sentenceOf } from '../../narrate/sentence.ts'
import { seconds } from '../../narrate/words.ts'
import type { Trace, TraceEvent } from '../../sim/index.ts'
import { Button } from '../../ui/Button.tsx'
import { Heading } from '../../ui/Heading.tsx'
import styles from './DetailCard.module.css'
import { actorOf, factsOf } from './facts.ts'
import { HttpMessage } from './HttpMessage.tsx'

interface DetailCardProps {
  trace: Trace
  event: TraceEvent
  /** How far has been watched. */
  seenMs: number
  causes: readonly number[]
  onCause: (id: number) => void
  onVisit: (ms: number) => void
}

/** An event whole: what it is about, what became of it and why, and what led to it. */
export function DetailCard({ trace, event, seenMs, causes, onCause, onVisit }: DetailCardProps) {
  const id = useId()
  const { text, tone } = sentenceOf(event)
  const { http, fate, why, details } = factsOf(trace, event, seenMs)
  return (
    <>
      <p className={styles.when}>
        <span className={styles.time}>{seconds(event.at)}</span> {actorOf(event)}
      </p>
      <Heading level={4} className={styles.sentence} data-tone={tone}>
        {text}
      </Heading>
      <Button variant="quiet" className={styles.visit} onClick={() => onVisit(event.at)}>
        Go to this moment
      </Button>
      {http && <HttpMessage {...http} />}
      {fate && (
        <p className={styles.fate}>
          <b>{fate}</b> {why.join(' ')}
        </p>
      )}
      {details.length > 0 && (
        <dl className={styles.details}>
          {details.map(([term, value]) => (
            <div key={term} className={styles.detail}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      <p className={styles.caption} id={`${id}causes`}>
        Because of
      </p>
      {causes.length === 0 ? (
        <p className={styles.none}>Nothing before it: here it begins.</p>
      ) : (
        <ul aria-labelledby={`${id}causes`}>
          {causes.map(id => (
            <Cause key={id} event={trace.events[id]} onCause={onCause} />
          ))}
        </ul>
      )}
    </>
  )
}

function Cause({ event, onCause }: { event: TraceEvent | undefined; onCause: (id: number) => void }) {
  if (!event) return null
  return (
    <li>
      <button type="button" className={styles.cause} onClick={() => onCause(event.id)}>
        <span className={styles.time}>{seconds(event.at)}</span>
        <span className={styles.because}>{sentenceOf(event).text}</span>
      </button>
    </li>
  )
}
