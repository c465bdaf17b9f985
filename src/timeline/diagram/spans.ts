import type { TraceEvent } from '../../sim/index.ts'
import { laneOf } from './arrows.ts'
import type { Measures } from './measures.ts'
import type { Passage } from './passages.ts'
import { heightOfEvent, type Row } from './rows.ts'

/** Something that lasts, along a lane: a worker at work, asleep or dead, a request that waits. */
export interface Span {
  readonly kind: 'work' | 'asleep' | 'down' | 'wait'
  readonly x: number
  readonly from: number
  /** Null while it lasts. */
  readonly to: number | null
  /** The lane of who takes a request that waited. */
  readonly taker: number | null
  /** The id of the event that began it. */
  readonly id: number
}

/** What begins a span of a worker, and what ends it. */
const WORKER_SPANS = [
  { kind: 'work', begins: 'handler.started', ends: ['response.sent', 'server.crashed'] },
  { kind: 'asleep', begins: 'server.paused', ends: ['server.resumed', 'server.crashed'] },
  { kind: 'down', begins: 'server.crashed', ends: ['server.restarted'] },
] as const

/** All spans of some events, by their beginnings. */
export function spansOf(
  events: readonly TraceEvent[],
  passages: ReadonlyMap<string, Passage>,
  rows: readonly Row[],
  measures: Measures,
): Span[] {
  const spans: Span[] = []
  const add = (kind: Span['kind'], x: number, begin: TraceEvent, end: TraceEvent | null | undefined) =>
    spans.push({
      kind,
      x,
      from: heightOfEvent(rows, begin),
      to: end ? heightOfEvent(rows, end) : null,
      taker: kind === 'wait' && end ? laneOf(end.worker, measures) : null,
      id: begin.id,
    })
  const open = new Map<string, TraceEvent>()
  for (const event of events) {
    if (event.worker === undefined) continue
    const x = laneOf(event.worker, measures)
    for (const { kind, begins, ends } of WORKER_SPANS) {
      const name = `${kind} ${event.worker}`
      const began = open.get(name)
      if (began && (ends as readonly string[]).includes(event.kind)) {
        add(kind, x, began, event)
        open.delete(name)
      }
      if (event.kind === begins) open.set(name, event)
    }
  }
  for (const [name, began] of open) {
    add(name.split(' ')[0] as Span['kind'], laneOf(began.worker, measures), began, null)
  }
  for (const { waited, end, start } of passages.values()) {
    if (waited && end) add('wait', measures.door, end, start)
  }
  return spans.sort((a, b) => a.id - b.id)
}
