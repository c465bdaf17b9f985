import type { Flight, Trace } from '../sim/index.ts'
import { LINGER_MS } from '../sim/index.ts'

/**
 * The row of each message on its side of the wires, by id: the lowest that is free when it is sent, and the same for
 * as long as it is in sight. A row at or above the limit means that there is no room for a ticket.
 */
export function rowsOf(trace: Trace): ReadonlyMap<string, number> {
  const rows = new Map<string, number>()
  const freeAt = { request: [] as number[], response: [] as number[] }
  for (const flight of trace.flights) {
    const side = freeAt[flight.kind]
    let row = side.findIndex(at => at <= flight.sentAt)
    if (row < 0) row = side.length
    side[row] = goneAt(flight)
    rows.set(flight.message, row)
  }
  return rows
}

function goneAt({ endAt, end }: Flight): number {
  return end === 'none' ? Number.POSITIVE_INFINITY : endAt + LINGER_MS[end]
}
