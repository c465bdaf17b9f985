import type { TraceEvent } from '../../sim/index.ts'

/** What has been seen of a message's way, as the events that tell of it. */
export interface Passage {
  readonly sent: TraceEvent
  /** It arrived or was lost. */
  readonly end: TraceEvent | null
  /** A worker took up the request. */
  readonly start: TraceEvent | null
  /** The request arrived and waited for a worker, or still waits. */
  readonly waited: boolean
}

type Draft = { -readonly [Field in keyof Passage]: Passage[Field] }

/** The way of every message that was sent in these events, by its id. */
export function passagesOf(events: readonly TraceEvent[]): Map<string, Passage> {
  const passages = new Map<string, Draft>()
  for (const [index, event] of events.entries()) {
    if (event.message === undefined) continue
    const passage = passages.get(event.message)
    if (!passage) passages.set(event.message, { sent: event, end: null, start: null, waited: false })
    else if (event.kind === 'handler.started') passage.start = event
    else {
      passage.end = event
      // A free worker starts at once, and the door answers at once: what neither follows has to wait.
      const next = events[index + 1]
      passage.waited = event.kind === 'request.delivered' && !isTakenUp(event, next)
    }
  }
  return passages
}

function isTakenUp(arrived: TraceEvent, next: TraceEvent | undefined): boolean {
  if (next?.at !== arrived.at) return false
  if (next.kind === 'handler.started') return next.message === arrived.message
  return next.kind === 'response.sent' && next.cause.includes(arrived.id)
}

/** The event at which a message's arrow ends: where a worker takes a request at once, that; null in flight. */
export function arrowEnd({ end, start, waited }: Passage): TraceEvent | null {
  return start && !waited ? start : end
}
