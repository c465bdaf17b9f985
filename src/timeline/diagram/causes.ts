import type { TraceEvent } from '../../sim/index.ts'

/** All events; an event's id is its index. */
type Events = readonly TraceEvent[]

/** The causes of an event among those that are shown: one that is not stands for its own. In order, each once. */
export function shownCauses(events: Events, id: number, isShown: (id: number) => boolean): number[] {
  const found = new Set<number>()
  const search = (effect: number) => {
    for (const cause of events[effect]?.cause ?? []) {
      if (isShown(cause)) found.add(cause)
      else search(cause)
    }
  }
  search(id)
  return [...found].sort((a, b) => a - b)
}

/** An event and all that led to it. */
export function chainOf(events: Events, id: number): ReadonlySet<number> {
  const chain = new Set<number>()
  const open = [id]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (chain.has(next)) continue
    chain.add(next)
    open.push(...(events[next]?.cause ?? []))
  }
  return chain
}

/** The first thing shown that came of an event. */
export function firstEffect(
  events: Events,
  id: number,
  shown: readonly number[],
  isShown: (id: number) => boolean,
) {
  return shown.find(later => later > id && shownCauses(events, later, isShown).includes(id))
}
