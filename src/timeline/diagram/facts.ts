import { money, shortKey } from '../../narrate/words.ts'
import { balanceOf, type Flight, type Trace, type TraceEvent } from '../../sim/index.ts'
import { fateOf } from './fate-words.ts'

/** All that is known of an event, beside its sentence. */
export interface Facts {
  /** The message it concerns, as HTTP. */
  readonly http: Http | null
  /** What has become of the message, as far as has been seen. */
  readonly fate: string | null
  readonly why: readonly string[]
  readonly details: readonly (readonly [term: string, value: string])[]
}

export interface Http {
  /** `POST /payments` or `201 Created`. */
  readonly request: TraceEvent['request']
  readonly response: TraceEvent['response']
}

/** The facts of an event, as far as a run has been watched. */
export function factsOf(trace: Trace, event: TraceEvent, seenMs: number): Facts {
  const flight = trace.flights.find(({ message }) => message === event.message)
  const sent = flight && trace.events[flight.sentId]
  const told = flight && fateOf(trace, flight, seenMs)
  return {
    http: sent ? { request: sent.request, response: sent.response } : null,
    fate: told?.fate ?? null,
    why: told?.why ?? [],
    details: detailsOf(trace, event),
  }
}

const ACTORS: Readonly<Record<TraceEvent['actor'], string>> = {
  person: 'You',
  client: 'Your phone',
  network: 'The network',
  server: 'The bank',
  store: 'The bank’s key store',
  ledger: 'The bank’s ledger',
  checker: 'A check of the promises',
}

/** Who did it, with the worker where there is one. */
export function actorOf({ actor, worker, data }: TraceEvent): string {
  if (data?.by === 'person') return ACTORS.person
  return worker === undefined ? ACTORS[actor] : `${ACTORS[actor]}, worker ${worker.slice(1)}`
}

function detailsOf(trace: Trace, event: TraceEvent): (readonly [string, string])[] {
  const { data = {}, kind } = event
  const details: [string, string][] = []
  const add = (term: string, value: unknown, write: (value: unknown) => string = String) => {
    if (value !== undefined && value !== null) details.push([term, write(value)])
  }
  if (kind === 'handler.started') add('Strategy', data.handler)
  const onKey = typeof data.key === 'string'
  if (onKey) add('Key', printedKey(trace.flights, String(data.key)))
  if (kind === 'store.read') add('Record found', data.found)
  if (kind === 'store.written' || kind === 'record.expired') add('Record', data.status)
  add('Saved answer', data.saved)
  add('Charge', data.charge !== undefined && kind !== 'response.sent' ? data.charge : data.staged)
  if (event.actor === 'ledger' || event.actor === 'store' || kind === 'payment.opened')
    add('Amount', data.amount, value => money(Number(value)))
  if (kind === 'ledger.charged') add('Charges of this payment', data.number)
  if (event.actor === 'ledger') add('Balance', balanceAfter(trace, event.id), value => money(Number(value)))
  return details
}

/** The key as it was sent: a short UUID, or what a client with a bug sent instead. */
function printedKey(flights: readonly Flight[], name: string): string {
  const uuid = flights.find(({ key }) => key === name)?.uuid ?? name
  return uuid.length > 12 ? shortKey(uuid) : uuid || '(empty)'
}

function balanceAfter({ steps }: Trace, id: number): number | undefined {
  const step = steps.findLast(({ events }) => (events[0]?.id ?? Number.POSITIVE_INFINITY) <= id)
  return step && balanceOf(step.state)
}
