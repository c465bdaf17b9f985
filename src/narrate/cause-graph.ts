import type { TraceEvent } from '../sim/index.ts'

/** All that led to an event: for each ancestor how many causes lie between, and the next event on a shortest way there. */
export interface Ancestry {
  readonly event: TraceEvent
  readonly distance: ReadonlyMap<number, number>
  readonly next: ReadonlyMap<number, number>
}

/** Goes back over the causes of an event, breadth first: the first way found to an ancestor is a shortest one. */
export function ancestryOf(events: readonly TraceEvent[], event: TraceEvent): Ancestry {
  const distance = new Map([[event.id, 0]])
  const next = new Map<number, number>()
  const queue = [event.id]
  for (const id of queue) {
    // The newest cause first: where two ways are equally long, it is the one that tells more of what went wrong.
    for (const cause of events[id]?.cause.toReversed() ?? []) {
      if (distance.has(cause)) continue
      distance.set(cause, (distance.get(id) ?? 0) + 1)
      next.set(cause, id)
      queue.push(cause)
    }
  }
  return { event, distance, next }
}

/** The ids on a shortest way from an ancestor to the event, in order of time, both ends included. */
export function wayFrom(ancestor: number, { event, next }: Ancestry): number[] {
  const way = [ancestor]
  for (let id = ancestor; id !== event.id; ) {
    const following = next.get(id)
    if (following === undefined) throw new Error(`Event ${ancestor} did not lead to event ${event.id}.`)
    way.push(following)
    id = following
  }
  return way
}

/** An event and all that it led to. */
export function ledToBy(events: readonly TraceEvent[], { id: from }: TraceEvent): ReadonlySet<number> {
  const led = new Set([from])
  // Causes come before what they cause.
  for (const { id, cause } of events) if (cause.some(each => led.has(each))) led.add(id)
  return led
}

/** The event both came of that is nearest to them, taken together, among some; of equally near ones the latest. */
export function nearestCommonCause(a: Ancestry, b: Ancestry, among: ReadonlySet<number>): number | null {
  let nearest: number | null = null
  let least = Number.POSITIVE_INFINITY
  for (const [id, distance] of a.distance) {
    if (!among.has(id)) continue
    const sum = distance + (b.distance.get(id) ?? Number.POSITIVE_INFINITY)
    if (sum < least || (sum === least && id > (nearest ?? -1))) {
      nearest = id
      least = sum
    }
  }
  return Number.isFinite(least) ? nearest : null
}
