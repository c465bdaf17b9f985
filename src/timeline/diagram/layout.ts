import type { Flight, Trace, TraceEvent } from '../../sim/index.ts'
import { type Arrow, arrowOf } from './arrows.ts'
import { type Mark, marksOf } from './marks.ts'
import { HIGHEST_ROW, type Measures } from './measures.ts'
import { arrowEnd, passagesOf } from './passages.ts'
import { type Row, rowsOf } from './rows.ts'
import { type Span, spansOf } from './spans.ts'

/** The whole diagram as places in px: what is on the screen and what is exported are both made from it. */
export interface Layout {
  readonly measures: Measures
  readonly rows: readonly Row[]
  readonly arrows: readonly Arrow[]
  readonly spans: readonly Span[]
  readonly marks: readonly Mark[]
  readonly height: number
}

export interface LayoutOptions {
  readonly measures: Measures
  /** A row for every event, not only for what is told and for the ends of arrows. */
  readonly detailed: boolean
}

/** How many events have happened up to a time. */
export function countUntil({ events }: Trace, untilMs: number): number {
  let low = 0
  let high = events.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((events[middle] as TraceEvent).at <= untilMs) low = middle + 1
    else high = middle
  }
  return low
}

/** Lays out the first so many events of a trace; nothing of what comes after them shows. */
export function layoutOf(trace: Trace, count: number, { measures, detailed }: LayoutOptions): Layout {
  const events = trace.events.slice(0, count)
  const passages = passagesOf(events)
  const ends = new Set<number>()
  for (const passage of passages.values()) {
    ends.add(passage.sent.id)
    for (const end of [arrowEnd(passage), passage.start]) if (end) ends.add(end.id)
  }
  const rows = rowsOf(events, ({ id }, { detail }) => detailed || !detail || ends.has(id), measures)
  const flights = new Map<string, Flight>(trace.flights.map(flight => [flight.message, flight]))
  const seenMs = events.at(-1)?.at ?? 0
  const arrows: Arrow[] = []
  for (const [message, passage] of passages) {
    const flight = flights.get(message)
    if (flight) arrows.push(arrowOf(flight, passage, passages, flights, { rows, measures, seenMs }))
  }
  const last = rows.at(-1)
  return {
    measures,
    rows,
    arrows,
    spans: spansOf(events, passages, rows, measures),
    marks: marksOf(events, rows, measures),
    height: last ? last.top + HIGHEST_ROW : 0,
  }
}
