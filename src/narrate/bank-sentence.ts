import { isReplayed, type TraceEvent } from '../sim/index.ts'
import type { Told } from './sentence.ts'
import { ordinal, shortMoney, statusLine } from './words.ts'

/** An event at the bank: its workers, its key store, its ledger and what it answers. */
export function bankTold(event: TraceEvent): Told {
  const worker = `Worker ${event.worker?.slice(1)}`
  switch (event.kind) {
    case 'handler.started':
      return { text: `${worker} starts on ${whichAttempt(event)}.`, detail: true }
    case 'store.read':
      return read(event)
    case 'store.written':
      return written(event)
    case 'record.expired':
      return { text: expired(event), tone: 'unsure' }
    case 'ledger.charged':
      return charged(event)
    case 'ledger.declined':
      return { text: 'The card is declined.', tone: 'unsure' }
    case 'response.sent':
      return responded(event)
    case 'server.crashed':
      return { text: `${worker} dies ${crashed(event)}`, tone: 'lost' }
    case 'server.restarted':
      return `${worker} is back.`
    case 'server.paused':
      return { text: `${worker} falls asleep before the charge.`, tone: 'unsure' }
    case 'server.resumed':
      return `${worker} wakes, and goes on as if no time had passed.`
    case 'server.failed':
      return { text: `Something breaks: ${worker.toLowerCase()} will answer 500.`, tone: 'unsure' }
    default:
      return { text: event.kind, detail: true }
  }
}

/** A duplicate's copy has the attempt's number, too. */
export function isCopy({ message }: TraceEvent): boolean {
  return message?.endsWith('.2') === true
}

/** “attempt 2”, or “the copy of attempt 2”. */
export function whichAttempt(event: TraceEvent): string {
  return `${isCopy(event) ? 'the copy of ' : ''}attempt ${event.attempt}`
}

function read({ data = {} }: TraceEvent): Told {
  if (data.known) return { text: 'The ledger knows this key: it charges nothing.', tone: 'safe' }
  if (data.differs === true)
    return { text: 'The bank knows this key, but with another payload.', tone: 'unsure' }
  switch (data.found) {
    case 'nothing':
      return 'The bank looks for the key: not there.'
    case 'completed':
      return { text: 'The bank knows this key: already done.', tone: 'safe' }
    case 'inserted':
      // Whether that is safe is not known yet: it may be all that a crash has left.
      return 'The key is in the table already.'
    case 'locked':
      return { text: 'The key is locked: another request came first.', tone: 'safe' }
    default:
      return 'The bank knows this key: “processing”.'
  }
}

function written({ data = {} }: TraceEvent): Told {
  if (data.staged)
    return {
      text: `The charge of ${shortMoney(Number(data.amount))} is staged, not yet committed.`,
      detail: true,
    }
  switch (data.status) {
    case 'completed':
      return {
        text: data.saved ? 'The bank saves its answer beside the key.' : 'The bank marks the key as done.',
        detail: true,
      }
    case 'inserted':
      return 'The bank inserts the key and commits it.'
    case 'locked':
      return 'The bank locks the key.'
    case 'unlocked':
      return { text: 'The bank unlocks the key.', detail: true }
    case 'not ours':
      return { text: 'Its lock has run out: there is nothing of its own to unlock.', tone: 'unsure' }
    case 'forgotten':
      return { text: 'The error is not saved: the bank forgets the key.', tone: 'unsure' }
    case 'rolled back':
      return { text: 'The transaction is rolled back: no charge, no key.', tone: 'safe' }
    default:
      return 'The bank writes down the key: “processing”.'
  }
}

function expired({ data = {} }: TraceEvent): string {
  if (data.status === 'locked') return 'The lease of the lock runs out, whoever still works under it.'
  if (data.life === 'lease') return 'The lease of the key runs out, whoever still works on it.'
  return 'The record of the key has expired: the bank forgets it.'
}

function charged(event: TraceEvent): Told {
  const { data = {}, attempt = 1 } = event
  const amount = shortMoney(Number(data.amount))
  const nth = Number(data.number)
  // The first attempt is what one thinks of; any other is named.
  if (nth < 2) return `The bank charges ${amount}${attempt > 1 ? ` for ${whichAttempt(event)}` : ''}.`
  return { text: `The bank charges ${amount} ${ordinal(nth)} time.`, tone: 'lost' }
}

/** What a worker died after, and what died with it. */
function crashed({ data = {} }: TraceEvent): string {
  const after = data.after === 'nothing' ? 'before it has done anything' : `after ${data.after}`
  const count = Number(data.forgotten)
  const memory =
    count > 0 ? ` Its own memory, with ${count} ${count === 1 ? 'record' : 'records'}, is gone.` : ''
  return `${after}.${data.rolledBack ? ' Its transaction is rolled back.' : ''}${memory}`
}

/** What an error says, by the type in its body. */
const WHY: Readonly<Record<string, string>> = {
  in_flight: 'as far as it knows, the first request is still in flight',
  duplicate_key: 'the key is there already',
  rate_limit: 'it has not looked at the request',
  key_required: 'there must be a key',
  key_malformed: 'the key is empty or too long',
  internal_error: 'something broke',
}

function responded(event: TraceEvent): Told {
  const { response } = event
  if (!response) return ''
  const line = statusLine(response.status)
  const toCopy = isCopy(event) ? ' to the copy' : ''
  if (isReplayed(response)) {
    const tone = response.status < 500 ? 'safe' : 'unsure'
    return { text: `The bank replays its saved answer${toCopy}: ${line}.`, tone }
  }
  const why = WHY[(response.body as { type?: string }).type ?? '']
  return `The bank answers${toCopy && ' the copy'} ${line}${why ? `: ${why}` : ''}.`
}
