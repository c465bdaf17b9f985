import { type EventKind, isReplayed, type Trace, type TraceEvent } from '../sim/index.ts'

/** Where two runs of the same presses part: on each side the first event that has no counterpart on the other. */
export interface Parting {
  readonly at: number
  readonly first: TraceEvent | null
  readonly second: TraceEvent | null
  /** They part in what the bank does for itself alone: money, messages and belief are the same so far. */
  readonly inBooks: boolean
}

/** What a bank does for itself, and what only comments on what happened. */
const BOOKKEEPING: readonly EventKind[] = [
  'handler.started',
  'store.read',
  'store.written',
  'record.expired',
  'payment.opened',
  'settings.changed',
  'promise.broken',
]

/**
 * The first event where two runs part. What reaches money, messages or belief comes first: two banks that only keep
 * different books have not parted yet. Times are not compared; a longer operation shifts all that follows it.
 */
export function partingOf(first: Trace, second: Trace): Parting | null {
  const telling = ({ kind }: TraceEvent) => !BOOKKEEPING.includes(kind)
  return (
    between(first.events.filter(telling), second.events.filter(telling), false) ??
    between(first.events, second.events, true)
  )
}

/** Whether two runs that do not part also keep the same times. */
export function keepsTimes({ events: first }: Trace, { events: second }: Trace): boolean {
  return first.length === second.length && first.every(({ at }, index) => at === second[index]?.at)
}

function between(
  first: readonly TraceEvent[],
  second: readonly TraceEvent[],
  inBooks: boolean,
): Parting | null {
  const [a, b] = [withoutCounterpart(first, second), withoutCounterpart(second, first)]
  if (!a && !b) return null
  return {
    at: Math.min(a?.at ?? Number.POSITIVE_INFINITY, b?.at ?? Number.POSITIVE_INFINITY),
    first: a,
    second: b,
    inBooks,
  }
}

function withoutCounterpart(events: readonly TraceEvent[], others: readonly TraceEvent[]): TraceEvent | null {
  const known = new Map<string, number>()
  for (const other of others) known.set(signOf(other), (known.get(signOf(other)) ?? 0) + 1)
  for (const event of events) {
    const left = known.get(signOf(event)) ?? 0
    if (left === 0) return event
    known.set(signOf(event), left - 1)
  }
  return null
}

/** What makes an event the same on both sides: who did what with which message and money and how it ended, but not when. */
function signOf({ kind, payment, attempt, message, response, data }: TraceEvent): string {
  const answer = response && `${response.status} ${isReplayed(response)}`
  return [
    kind,
    payment,
    attempt,
    message,
    answer,
    data?.charge,
    data?.by,
    data?.status,
    data?.found,
    data?.amount,
  ].join(' ')
}
