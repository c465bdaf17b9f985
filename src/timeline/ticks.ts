import { sentenceOf } from '../narrate/sentence.ts'
import type { Trace } from '../sim/index.ts'

/** A mark on the timeline. */
export interface Tick {
  readonly id: number
  readonly at: number
  /** Money or a message was lost: taller, and vermilion. */
  readonly lost: boolean
}

/** More marks than these blur into a bar; then the small ones go first. */
const MOST = 120

/** One mark for each time at which something is told, as far as has been watched. */
export function ticksOf(trace: Trace, watchedMs: number): Tick[] {
  const byTime = new Map<number, Tick>()
  for (const event of trace.events) {
    if (event.at > watchedMs) break
    const { detail, tone } = sentenceOf(event)
    if (detail) continue
    const lost = tone === 'lost' || byTime.get(event.at)?.lost === true
    byTime.set(event.at, { id: event.id, at: event.at, lost })
  }
  const ticks = [...byTime.values()]
  return ticks.length <= MOST ? ticks : ticks.filter(tick => tick.lost).slice(-MOST)
}
