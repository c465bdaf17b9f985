import type { TraceEvent } from '../../sim/index.ts'
import { laneOf } from './arrows.ts'
import type { Measures } from './measures.ts'
import { heightOfEvent, type Row } from './rows.ts'

export type MarkKind =
  | ('press' | 'retry' | 'timeout' | 'paid' | 'unknown' | 'failed' | 'closed' | 'settings')
  | ('read' | 'written' | 'expired' | 'charged' | 'charged-again' | 'declined')
  | ('crashed' | 'restarted' | 'paused' | 'resumed' | 'broke')

/** A moment on a lane. */
export interface Mark {
  readonly id: number
  readonly kind: MarkKind
  readonly x: number
  readonly y: number
}

const KINDS: Partial<Record<TraceEvent['kind'], MarkKind>> = {
  'attempt.timedOut': 'timeout',
  'payment.paid': 'paid',
  'payment.unknown': 'unknown',
  'payment.failed': 'failed',
  'payment.closed': 'closed',
  'settings.changed': 'settings',
  'store.read': 'read',
  'store.written': 'written',
  'record.expired': 'expired',
  'ledger.declined': 'declined',
  'server.crashed': 'crashed',
  'server.restarted': 'restarted',
  'server.paused': 'paused',
  'server.resumed': 'resumed',
  'server.failed': 'broke',
}

/** The mark of an event on its lane; none for what is an arrow's end, or no moment of a lane. */
function kindOf({ kind, data }: TraceEvent): MarkKind | undefined {
  if (kind === 'attempt.sent') return data?.by === 'client' ? 'retry' : 'press'
  if (kind === 'ledger.charged') return Number(data?.number) > 1 ? 'charged-again' : 'charged'
  return KINDS[kind]
}

/** What you come to know stands left of your lane: the arrow that brings it ends on the lane. */
const BELIEFS: readonly MarkKind[] = ['paid', 'unknown', 'failed']
const BESIDE = 17
/** Where lanes are so near that what stands beside one seems to be on the next. */
const BELOW = 14

/** The marks of some events. Those that fall on the same place stand side by side, or one below the other. */
export function marksOf(events: readonly TraceEvent[], rows: readonly Row[], measures: Measures): Mark[] {
  const marks: Mark[] = []
  const taken = new Map<string, number>()
  for (const event of events) {
    const kind = kindOf(event)
    if (!kind) continue
    const isBelief = BELIEFS.includes(kind)
    const lane =
      event.actor === 'client' || event.actor === 'person' ? measures.you : laneOf(event.worker, measures)
    const y = heightOfEvent(rows, event)
    const place = `${isBelief} ${lane} ${Math.round(y / 8)}`
    const before = taken.get(place) ?? 0
    taken.set(place, before + 1)
    const aside = measures.roomy ? { x: before * BESIDE, y: 0 } : { x: 0, y: before * BELOW }
    marks.push({ id: event.id, kind, x: isBelief ? lane - BESIDE : lane + aside.x, y: y + aside.y })
  }
  return marks
}
