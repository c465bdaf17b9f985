import { type Sentence, sentenceOf } from '../../narrate/sentence.ts'
import type { TraceEvent } from '../../sim/index.ts'
import { HIGHEST_ROW, type Measures, PX_PER_MS, rowHeight } from './measures.ts'

/** An event that has a row of its own. */
export interface Row {
  readonly event: TraceEvent
  readonly sentence: Sentence
  /** Where it begins, in px from the top. */
  readonly top: number
  /** To where the next one begins. */
  readonly height: number
  /** The height at which its event stands on the lanes. */
  readonly y: number
}

/** The rows of some events, from top to bottom in the order in which they happened: the longer a wait, the farther apart. */
export function rowsOf(
  events: readonly TraceEvent[],
  isShown: (event: TraceEvent, sentence: Sentence) => boolean,
  measures: Measures,
): Row[] {
  const told = events
    .map(event => ({ event, sentence: sentenceOf(event) }))
    .filter(({ event, sentence }) => isShown(event, sentence))
  let top = 0
  return told.map(({ event, sentence }, index) => {
    const next = told[index + 1]?.event
    const height = next ? rowHeight(measures, next.at - event.at) : HIGHEST_ROW
    const row: Row = { event, sentence, top, height, y: top + measures.row / 2 }
    top += height
    return row
  })
}

/** The index of the last row that is not after an event or a time; −1 before the first. */
export function lastRow(rows: readonly Row[], isAfter: (row: Row) => boolean): number {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isAfter(rows[middle] as Row)) high = middle
    else low = middle + 1
  }
  return low - 1
}

/** The height of a moment, between the rows it lies between. After the last row it walks on as far as one waits. */
export function heightOfTime(rows: readonly Row[], ms: number): number {
  return between(
    rows,
    lastRow(rows, ({ event }) => event.at > ms),
    ms,
  )
}

/** The height of an event: that of its row, or between the rows beside it where it has none. */
export function heightOfEvent(rows: readonly Row[], { id, at }: TraceEvent): number {
  return between(
    rows,
    lastRow(rows, ({ event }) => event.id > id),
    at,
  )
}

function between(rows: readonly Row[], index: number, ms: number): number {
  const row = rows[index]
  if (!row) return (rows[0]?.y ?? 0) / 2
  const next = rows[index + 1]
  const sinceMs = ms - row.event.at
  if (!next) return row.y + Math.min(row.height - row.y + row.top, sinceMs * PX_PER_MS)
  const wholeMs = next.event.at - row.event.at
  return wholeMs > 0 ? row.y + (row.height * sinceMs) / wholeMs : row.y
}
