import { sentenceOf } from '../narrate/sentence.ts'
import type { EventKind, Trace, TraceEvent } from '../sim/index.ts'

/** A moment of a run at which a talk pauses, and what is said there. */
export interface Stop {
  readonly atMs: number
  readonly caption: string
  /** Of two runs side by side, the one that is told of; left out where it is both. */
  readonly side?: 'first' | 'second'
}

/** What a hall is told of: each press, loss, charge and verdict, and what the bank finds out; not how it gets there. */
const TELLING: readonly EventKind[] = [
  'attempt.sent',
  'payment.closed',
  'settings.changed',
  'request.lost',
  'request.duplicated',
  'response.lost',
  'response.delivered',
  'store.read',
  'record.expired',
  'ledger.charged',
  'ledger.declined',
  'attempt.timedOut',
  'payment.paid',
  'payment.failed',
  'payment.unknown',
  'server.crashed',
  'server.paused',
  'server.resumed',
  'server.failed',
  'promise.broken',
]

/** So much is read at one stop; of more at the same time the last is what it comes to. */
const MOST_SENTENCES = 3

/** The telling moments of a run in order of time, each once; the last one is its end. */
export function stopsOf({ events, endMs }: Trace): Stop[] {
  const told = new Map<number, string[]>()
  for (const event of events) if (isTelling(event)) put(told, event.at, sentenceOf(event).text)
  if (events.length > 0 && !told.has(endMs)) told.set(endMs, [lastSaid(events)])
  return [...told].map(([atMs, sentences]) => ({
    atMs,
    caption: sentences.slice(-MOST_SENTENCES).join(' '),
  }))
}

/** The stops of two runs that are watched side by side: what is said of both at once is said once. */
export function stopsBeside(first: Trace, second: Trace): Stop[] {
  const [ours, theirs] = [first, second].map(
    trace => new Map(stopsOf(trace).map(({ atMs, caption }) => [atMs, caption])),
  ) as [Map<number, string>, Map<number, string>]
  const times = [...new Set([...ours.keys(), ...theirs.keys()])].sort((a, b) => a - b)
  return times.map(atMs => ({ atMs, ...besides(ours.get(atMs), theirs.get(atMs)) }))
}

/** Which of some stops is the last that a time has come to; −1 before the first. */
export function stopAt(stops: readonly Stop[], timeMs: number): number {
  return stops.findLastIndex(({ atMs }) => atMs <= timeMs)
}

function isTelling({ kind }: TraceEvent): boolean {
  return TELLING.includes(kind)
}

function put(told: Map<number, string[]>, atMs: number, sentence: string): void {
  const sentences = told.get(atMs) ?? []
  if (!sentences.includes(sentence)) sentences.push(sentence)
  told.set(atMs, sentences)
}

/** Where a run ends with what is not told otherwise, its end has that. */
function lastSaid(events: readonly TraceEvent[]): string {
  const last = events.at(-1)
  return last ? sentenceOf(last).text : ''
}

function besides(first: string | undefined, second: string | undefined): Omit<Stop, 'atMs'> {
  if (first === second) return { caption: first ?? '' }
  const sides = [first && `First side: ${first}`, second && `Second side: ${second}`]
  const caption = sides.filter(Boolean).join(' ')
  return first && second ? { caption } : { caption, side: first ? 'first' : 'second' }
}
