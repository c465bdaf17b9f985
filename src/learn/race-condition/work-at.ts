import { operationOf, type Trace, type TraceEvent, type Work, workOf } from '../../sim/index.ts'
import type { Lit } from '../../stage/code-at-work.ts'
import { endOf } from '../../store/walk.ts'

/** What a worker is at, or was at when it died or had answered last; null if it never was at anything. */
export function latestWork(trace: Trace, worker: number): Work | null {
  const now = workOf(endOf(trace).workers[worker])
  if (now) return now
  for (let index = trace.steps.length - 1; index >= 0; index -= 1) {
    const work = workOf(trace.steps[index]?.state.workers[worker])
    if (work) return work
  }
  return null
}

/** Where in its handler's text a worker stands, or stood. */
export function placeOf(trace: Trace, worker: number): Lit | null {
  const work = latestWork(trace, worker)
  if (!work) return null
  const there = endOf(trace).workers[worker]
  const { payment, attempt, copy } = work.message
  const doing = there === 'down' ? 'died' : there === null ? 'answered' : 'runs'
  return { text: operationOf(work).text, payment, attempt, copy, doing }
}

/** What a worker has learned of the key since it began, newest last: it will act on that, however old it is by then. */
export function readsOf({ events }: Trace, worker: number): string[] {
  const own = events.filter(event => event.worker === `w${worker + 1}`)
  const began = own.findLastIndex(({ kind }) => kind === 'handler.started')
  const done = own.slice(began + 1)
  return done.filter((event, index) => event.kind === 'store.read' || isClaim(event, index)).map(foundIn)
}

/** A first operation that wrote the key down has looked for it as well, in one and the same stroke. */
function isClaim({ kind }: TraceEvent, index: number): boolean {
  return kind === 'store.written' && index === 0
}

function foundIn({ kind, data = {} }: TraceEvent): string {
  if (kind === 'store.written') return 'the key was not there, and is claimed'
  return data.found === 'nothing' ? 'the key is not there' : `the key is there: “${data.found}”`
}
