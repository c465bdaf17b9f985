import { shortKey, statusLine } from '../narrate/words.ts'
import { isReplayed, type Packet } from '../sim/index.ts'
import type { IconName } from '../ui/Icon.tsx'

/** What a ticket says, and how it looks. */
export interface PacketWords {
  readonly title: string
  readonly note: string
  readonly icon: IconName | null
  readonly look: 'way' | 'lost' | 'replayed' | 'late' | 'again' | 'arrived' | 'broke' | 'broke-replayed'
}

/** What of a packet its words hang on. */
export type Told = Pick<Packet, 'flight' | 'fate'>

/** The words for a message. An answer that charged again is never green, one that comes too late says so. */
export function packetWords(packet: Told, tooLate: boolean): PacketWords {
  const words =
    packet.flight.kind === 'request'
      ? requestWords(packet)
      : responseWords(packet, packet.fate !== 'lost' && tooLate)
  return packet.flight.copy === 1 ? words : { ...words, note: `×2 ${words.note}` }
}

/** Whether the client no longer waits for the message, or no longer did when it arrived. */
export function isTooLate({ lateFrom, endAt }: Packet['flight'], atMs: number): boolean {
  return lateFrom <= Math.min(atMs, endAt)
}

function requestWords({ flight, fate }: Told): PacketWords {
  const title = 'POST /payments'
  if (fate === 'lost') return { title, note: 'lost on the way', icon: 'cross', look: 'lost' }
  const note = flight.uuid === null ? 'no key' : shortKey(flight.uuid)
  return {
    title,
    note,
    icon: flight.uuid === null ? 'key-off' : 'key',
    look: fate === 'delivered' ? 'arrived' : 'way',
  }
}

function responseWords({ flight, fate }: Told, late: boolean): PacketWords {
  const { answer, charge } = flight
  const title = answer ? statusLine(answer.status) : ''
  if (fate === 'lost') return { title, note: 'lost on the way', icon: 'cross', look: 'lost' }
  if (late) return { title, note: 'too late', icon: 'clock', look: 'late' }
  const broke = answer?.status === 500
  if (answer && isReplayed(answer))
    return { title, note: 'replayed', icon: 'replay', look: broke ? 'broke-replayed' : 'replayed' }
  if (charge > 1) return { title, note: 'charged again', icon: 'warning', look: 'again' }
  if (broke) {
    const note = charge === 1 ? 'broke after charging' : 'broke, no charge'
    return { title, note, icon: 'warning', look: 'broke' }
  }
  const note = charge === 1 ? 'charged' : answer ? noteOf(answer) : ''
  return { title, note, icon: null, look: fate === 'delivered' ? 'arrived' : 'way' }
}

function noteOf({ status, body }: NonNullable<Told['flight']['answer']>): string {
  if (status === 400) return body.type === 'key_required' ? 'no key' : 'bad key'
  if (status === 402) return 'declined'
  if (status === 409 && body.type === 'in_flight') return 'still in flight'
  if (status === 422) return 'other payload'
  if (status === 429) return 'turned away'
  return 'already there'
}
