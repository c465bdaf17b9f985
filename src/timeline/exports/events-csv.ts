import { sentenceOf } from '../../narrate/sentence.ts'
import type { TraceEvent } from '../../sim/index.ts'
import { csvOf } from './csv.ts'

const HEADER = [
  ...['id', 'at_ms', 'actor', 'kind', 'payment', 'attempt', 'message', 'worker'],
  ...['cause', 'status', 'sentence'],
]

/** The events as a table: one row each, its causes' ids with blanks between them, and what it says in words. */
export function eventsCsv(events: readonly TraceEvent[]): string {
  const rows = events.map(event => [
    event.id,
    event.at,
    event.actor,
    event.kind,
    event.payment,
    event.attempt,
    event.message,
    event.worker,
    event.cause.join(' '),
    event.response?.status,
    sentenceOf(event).text,
  ])
  return csvOf(HEADER, rows)
}
