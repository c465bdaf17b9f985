import { type Flight, isReplayed, type TraceEvent } from '../../sim/index.ts'
import type { Measures } from './measures.ts'
import { arrowEnd, type Passage } from './passages.ts'
import { heightOfEvent, type Row } from './rows.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

/** What becomes of a message, and so how its arrow looks. */
export type ArrowLook = 'way' | 'arrived' | 'lost' | 'replayed' | 'late' | 'again' | 'broke'

/** A message, from the lane of its sender to that of its receiver. */
export interface Arrow {
  readonly flight: Flight
  readonly sent: TraceEvent
  /** Where its end is told; null in flight. */
  readonly end: TraceEvent | null
  readonly from: Point
  /** Null in flight. */
  readonly to: Point | null
  /** Where it would arrive; for what is on its way. */
  readonly towards: number
  readonly look: ArrowLook
}

/** The arrow of a message as far as its way has been seen. */
export function arrowOf(
  flight: Flight,
  passage: Passage,
  passages: ReadonlyMap<string, Passage>,
  flights: ReadonlyMap<string, Flight>,
  { rows, measures, seenMs }: { rows: readonly Row[]; measures: Measures; seenMs: number },
): Arrow {
  const { sent } = passage
  const end = arrowEnd(passage)
  const start = startOf(flight, sent, passages, flights, measures)
  const towards =
    flight.kind === 'response' ? measures.you : end ? laneOf(end.worker, measures) : measures.door
  const share = end?.kind.endsWith('.lost') ? progressAt(flight, end.at) : 1
  return {
    flight,
    sent,
    end,
    from: { x: start, y: heightOfEvent(rows, sent) },
    to: end && { x: start + (towards - start) * share, y: heightOfEvent(rows, end) },
    towards,
    look: lookOf(flight, end, seenMs),
  }
}

/** Where on the lanes a worker stands; what no worker has to do with happens at the door. */
export function laneOf(worker: string | undefined, { door, workers }: Measures): number {
  return worker === undefined ? door : (workers[Number(worker.slice(1)) - 1] ?? door)
}

function startOf(
  flight: Flight,
  sent: TraceEvent,
  passages: ReadonlyMap<string, Passage>,
  flights: ReadonlyMap<string, Flight>,
  measures: Measures,
): number {
  if (flight.kind === 'response') return laneOf(sent.worker, measures)
  if (flight.copy === 1) return measures.you
  // The network makes a copy where the original is at that moment.
  const name = flight.message.slice(0, -2)
  const original = flights.get(name)
  if (!original || !passages.has(name)) return measures.you
  return measures.you + (measures.door - measures.you) * progressAt(original, sent.at)
}

/** How far a message has come at a time by the latency it was sent with: 0 at its sender, 1 at its receiver. */
export function progressAt({ sentAt, latencyMs }: Flight, ms: number): number {
  return latencyMs > 0 ? Math.max(0, Math.min(1, (ms - sentAt) / latencyMs)) : 0
}

/** An answer that charged again is never safe, one that comes too late says so. */
function lookOf(flight: Flight, end: TraceEvent | null, seenMs: number): ArrowLook {
  if (end?.kind.endsWith('.lost')) return 'lost'
  const { answer, charge, lateFrom } = flight
  if (answer && lateFrom <= (end?.at ?? seenMs)) return 'late'
  if (charge > 1) return 'again'
  if (answer && answer.status >= 500) return 'broke'
  if (answer && isReplayed(answer)) return 'replayed'
  return end ? 'arrived' : 'way'
}
