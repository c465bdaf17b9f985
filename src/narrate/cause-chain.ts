import type { EventKind, TraceEvent } from '../sim/index.ts'
import { type Ancestry, ancestryOf, ledToBy, nearestCommonCause, wayFrom } from './cause-graph.ts'
import { type Sentence, sentenceOf } from './sentence.ts'

/** One cause, told. */
export interface Link {
  readonly event: TraceEvent
  readonly text: string
  readonly tone: Sentence['tone']
  readonly role: 'cause' | 'charge before' | 'charge again'
}

/** How a payment came to be charged once more. */
export interface CauseChain {
  /** What is worth telling, in order of time: from the press to the charge. */
  readonly links: readonly Link[]
  /**
   * The shortest ways, each in order of time: from the press to the charge, past the charge before or past the cause
   * that both have in common; and what else it took, where the first way does not say it.
   */
  readonly ways: readonly (readonly number[])[]
  /** Whether the earlier charge led to this one, or both came of one cause side by side. */
  readonly form: 'one after the other' | 'side by side'
}

/**
 * The shortest chain of causes of a charge that is the second or a later one of its payment; null for any other event.
 *
 * @param events a run's events; an event's id is its index
 */
export function causeChain(events: readonly TraceEvent[], chargeId: number): CauseChain | null {
  const second = events[chargeId]
  if (second?.kind !== 'ledger.charged') return null
  const earlier = events.filter(
    ({ id, kind, payment }) => id < chargeId && kind === 'ledger.charged' && payment === second.payment,
  )
  const opened = events.find(({ kind, payment }) => kind === 'payment.opened' && payment === second.payment)
  const last = earlier.at(-1)
  if (!last || !opened) return null
  const ancestry = ancestryOf(events, second)
  const before = earlier.findLast(({ id }) => ancestry.distance.has(id))
  const firstAncestry = ancestryOf(events, before ?? last)
  const form = before ? 'one after the other' : 'side by side'
  const ways = before
    ? [joined(wayFrom(opened.id, firstAncestry), wayFrom(before.id, ancestry))]
    : sideBySide(events, opened, firstAncestry, ancestry)
  // A record that ran out says why the bank did not know, but not who asked again.
  for (const leading of [firstAncestry, ancestry]) {
    const asked = requestOf(events, leading.event)
    if (asked && !ways.some(way => way.includes(asked.id))) ways.push(wayFrom(asked.id, leading))
  }
  return { links: linksOf(events, ways, before ?? last, second, form), ways, form }
}

/** The way to the later charge past what both have in common, and from there the way to the earlier one. */
function sideBySide(
  events: readonly TraceEvent[],
  opened: TraceEvent,
  first: Ancestry,
  second: Ancestry,
): number[][] {
  // With one key for everything an earlier purchase may be nearer, but the chain is to start at a press of this one.
  const common = nearestCommonCause(second, first, ledToBy(events, opened))
  const start = events[common ?? opened.id] ?? opened
  const toStart = wayFrom(opened.id, ancestryOf(events, start))
  return [joined(toStart, wayFrom(start.id, second)), wayFrom(start.id, first)]
}

function joined(toMiddle: number[], fromMiddle: number[]): number[] {
  return [...toMiddle, ...fromMiddle.slice(1)]
}

/** What put the request that was charged on its way: a press, a retry, or the network's copy. */
function requestOf(events: readonly TraceEvent[], { id, worker }: TraceEvent): TraceEvent | undefined {
  const message = events.findLast(
    event => event.kind === 'handler.started' && event.worker === worker && event.id < id,
  )?.message
  return events.find(
    event =>
      event.message === message && (event.kind === 'attempt.sent' || event.kind === 'request.duplicated'),
  )
}

/** What makes a double charge happen: told however small a detail it is to the event list. */
const TELLING: readonly EventKind[] = [
  'attempt.sent',
  'attempt.timedOut',
  'ledger.charged',
  'record.expired',
  'request.duplicated',
  'request.lost',
  'response.lost',
  'server.crashed',
]

/**
 * The links that a reader needs: not what the event list, too, tells only to those who ask for every detail (a request
 * arrives, a worker starts), not that an answer was sent where it is told that it was lost, and not that a key was
 * written down where nobody came between that and the charge.
 */
function linksOf(
  events: readonly TraceEvent[],
  ways: readonly (readonly number[])[],
  first: TraceEvent,
  second: TraceEvent,
  form: CauseChain['form'],
): Link[] {
  const ids = [...new Set(ways.flat())].sort((a, b) => a - b)
  const onWay = ids.map(id => events[id]).filter(event => event !== undefined)
  const lost = onWay.filter(({ kind }) => kind === 'response.lost').map(({ message }) => message)
  const contested = form === 'side by side' || onWay.some(({ kind }) => kind === 'record.expired')
  return onWay
    .filter(event => TELLING.includes(event.kind) || !sentenceOf(event).detail)
    .filter(({ kind, message }) => kind !== 'response.sent' || !lost.includes(message))
    .filter(event => contested || !isClaim(event))
    .map((event): Link => {
      const { text, tone } = sentenceOf(event)
      return { event, text, tone, role: roleOf(event, first, second) }
    })
}

function isClaim({ kind, data }: TraceEvent): boolean {
  return kind === 'store.written' && ['processing', 'inserted', 'locked'].includes(String(data?.status))
}

function roleOf(event: TraceEvent, first: TraceEvent, second: TraceEvent): Link['role'] {
  if (event === second) return 'charge again'
  return event === first ? 'charge before' : 'cause'
}
