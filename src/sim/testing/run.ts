import { simulate } from '../drivers/timed.ts'
import type { EventKind, TraceEvent } from '../event.ts'
import { chargesOf } from '../ledger/account.ts'
import { DEFAULT_SETTINGS, type Settings } from '../scenario.ts'
import type { Input } from '../session.ts'
import type { State } from '../state.ts'
import type { Flight, Trace } from '../trace/trace.ts'

/** Settings under which every message takes 700 ms and none is lost, so that a test can reckon by hand. */
export const CALM: Partial<Settings> = { latency: '700-700', responseLoss: 0, requestLoss: 0 }

/** A timed run to its end; what is not set has its default. */
export function run(settings: Partial<Settings>, inputs: readonly Input[]): Trace {
  return simulate({ settings: { ...DEFAULT_SETTINGS, ...settings }, inputs })
}

/** A press of the Pay button at each of these times. */
export function pays(...times: number[]): Input[] {
  return times.map(at => ({ at, type: 'pay' }))
}

export function eventsOf(trace: Trace, ...kinds: EventKind[]): TraceEvent[] {
  return trace.events.filter(event => kinds.includes(event.kind))
}

/** When the events of a kind happened, in virtual milliseconds. */
export function timesOf(trace: Trace, kind: EventKind): number[] {
  return eventsOf(trace, kind).map(event => event.at)
}

export function lastState(trace: Trace): State {
  return trace.steps.at(-1)?.state ?? trace.opening
}

/** How often a payment had been charged in the end. */
export function chargesIn(trace: Trace, payment: number): number {
  return chargesOf(lastState(trace).ledger, payment)
}

export function flightOf(trace: Trace, message: string): Flight {
  const flight = trace.flights.find(candidate => candidate.message === message)
  if (!flight) throw new Error(`No message ${message} was sent.`)
  return flight
}
