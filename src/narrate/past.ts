import type { TraceEvent } from '../sim/index.ts'

/** All events up to the playhead: the state says what is, they say how it came to be. An event's id is its index. */
export type Past = readonly TraceEvent[]

/** What happened to a payment (1, 2, …). */
export function pastOf(past: Past, payment: number): Past {
  return past.filter(event => event.payment === `p${payment}`)
}

/** A request that charged: when it looked for the key, when it got the lock, when it charged. */
export interface Charging {
  readonly look: TraceEvent | undefined
  readonly lock: TraceEvent | undefined
  readonly charge: TraceEvent
}

/** How it came to a charge: what its worker did with the key since it took up the request. */
export function chargingOf(past: Past, charge: TraceEvent): Charging {
  const did: TraceEvent[] = []
  for (let id = charge.id - 1; id >= 0; id -= 1) {
    const event = past[id]
    if (event?.worker !== charge.worker || event?.kind === 'response.sent') continue
    if (event?.kind === 'handler.started') break
    if (event?.data?.key !== undefined) did.unshift(event)
  }
  return { look: did[0], lock: did.find(({ data }) => data?.status === 'locked'), charge }
}

/** What had last befallen the record that an operation went to; undefined when it had never been written. */
export function beforeOn(past: Past, operation: TraceEvent): TraceEvent | undefined {
  // Its other cause is what its own worker did just before.
  const own = past.findLast(({ id, worker }) => id < operation.id && worker === operation.worker)?.id
  const id = operation.cause.find(cause => cause !== own)
  return id === undefined ? undefined : past[id]
}

/** Whether the worker of a request died at it before some event. */
export function diedBefore(past: Past, { charge, look = charge }: Charging, before: TraceEvent): boolean {
  const next = past.find(
    ({ id, worker, kind }) =>
      id > look.id && worker === charge.worker && (kind === 'server.crashed' || kind === 'handler.started'),
  )
  return next?.kind === 'server.crashed' && next.id < before.id
}
