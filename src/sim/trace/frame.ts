import type { State } from '../state.ts'
import type { Flight, Trace } from './trace.ts'

/** What has become of a message at a moment. */
export type PacketFate = 'in-flight' | 'lost' | 'delivered'

/** A message as it stands on a wire at a moment. */
export interface Packet {
  readonly flight: Flight
  readonly fate: PacketFate
  /** How far it has come: 0 at its sender, 1 at its receiver. */
  readonly progress: number
  /** Milliseconds since it was lost or arrived; 0 in flight. */
  readonly endedMs: number
}

/** Everything there is to show at one moment. */
export interface Frame {
  readonly atMs: number
  /** Steps that have happened, which is also an index into `trace.steps`. */
  readonly stepCount: number
  /** Events that have happened. */
  readonly eventCount: number
  readonly state: State
  /** By time of sending: in flight, or ended so recently that one should still see it. */
  readonly packets: readonly Packet[]
}

/** Virtual milliseconds for which a message stays in sight after its end. */
export const LINGER_MS = { lost: 6000, delivered: 700 } as const

/** The frame of a trace at a time: a look-up, so that scrubbing costs nothing. */
export function frameAt(trace: Trace, atMs: number): Frame {
  const stepCount = countUpTo(trace.steps, step => step.at, atMs)
  const step = trace.steps[stepCount - 1]
  return {
    atMs,
    stepCount,
    eventCount: step ? (step.events.at(-1)?.id ?? -1) + 1 : 0,
    state: step?.state ?? trace.opening,
    packets: packetsAt(trace, atMs),
  }
}

/** How many of some things in order of time have come up to a time, by bisection. */
function countUpTo<T>(things: readonly T[], timeOf: (thing: T) => number, atMs: number): number {
  let low = 0
  let high = things.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (timeOf(things[middle] as T) <= atMs) low = middle + 1
    else high = middle
  }
  return low
}

function packetsAt(trace: Trace, atMs: number): Packet[] {
  const packets: Packet[] = []
  const { flights } = trace
  // No flight outlives the longest latency and linger together, so the search back from now can stop early.
  const oldest = atMs - longestMs(trace)
  let index = countUpTo(flights, flight => flight.sentAt, atMs) - 1
  for (; index >= 0; index -= 1) {
    const flight = flights[index]
    if (!flight || flight.sentAt < oldest) break
    const packet = packetAt(flight, atMs)
    if (packet) packets.push(packet)
  }
  return packets.reverse()
}

/** The packet of a flight at a time, or null when there is none to see. */
export function packetAt(flight: Flight, atMs: number): Packet | null {
  const { sentAt, endAt, end, latencyMs } = flight
  if (atMs < sentAt) return null
  const flownMs = Math.min(atMs, endAt) - sentAt
  // Only a clock keeps to the latency; where choices are recorded a message arrives when it is let through.
  const wholeMs = end === 'delivered' ? endAt - sentAt : latencyMs
  const progress = wholeMs > 0 ? Math.min(1, flownMs / wholeMs) : end === 'delivered' ? 1 : 0
  if (atMs < endAt || end === 'none') return { flight, fate: 'in-flight', progress, endedMs: 0 }
  const endedMs = atMs - endAt
  return endedMs < LINGER_MS[end] ? { flight, fate: end, progress, endedMs } : null
}

const longest = new WeakMap<Trace, number>()

function longestMs(trace: Trace): number {
  const known = longest.get(trace)
  if (known !== undefined) return known
  let most = 0
  for (const { sentAt, endAt } of trace.flights) most = Math.max(most, endAt - sentAt)
  const total = most + LINGER_MS.lost
  longest.set(trace, total)
  return total
}
