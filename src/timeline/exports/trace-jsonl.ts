import type { TraceEvent } from '../../sim/index.ts'

/** A trace as JSON Lines (https://jsonlines.org): one event a line, as `getTrace()` gives it, each line ended. */
export function traceJsonl(events: readonly TraceEvent[]): string {
  return events.map(event => `${JSON.stringify(event)}\n`).join('')
}
