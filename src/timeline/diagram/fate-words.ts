import { duration, percent, seconds } from '../../narrate/words.ts'
import { type Flight, isReplayed, type State, type Trace, type TraceEvent } from '../../sim/index.ts'
import { passagesOf } from './passages.ts'

/** What became of a message, and why, in sentences. */
export interface FateTold {
  readonly fate: string
  readonly why: readonly string[]
}

/** The fate of a message as far as has been seen. It says what the trace says, and guesses nothing. */
export function fateOf(trace: Trace, flight: Flight, seenMs: number): FateTold {
  const { sentAt, endAt, end, lateFrom } = flight
  const tookMs = endAt - sentAt
  const seen = trace.events.filter(({ at }) => at <= seenMs)
  const isLate = flight.kind === 'response' && lateFrom <= Math.min(seenMs, endAt)
  const why = [...originOf(trace, flight), ...(isLate ? [whyLate(seen, flight)] : [])]
  if (end === 'none' || endAt > seenMs)
    return { fate: isLate ? 'In flight, and you no longer wait for it.' : 'In flight.', why }
  if (end === 'lost')
    return {
      fate: `Lost ${duration(tookMs)} after it was sent.`,
      why: [...why, whyLost(trace, seen, flight)],
    }
  return {
    fate: isLate ? `Arrived too late, after ${duration(tookMs)}.` : `Arrived after ${duration(tookMs)}.`,
    why: flight.kind === 'request' ? [...why, ...atTheBank(trace, seen, flight)] : why,
  }
}

/** The settings in force when a message was sent: its fate was drawn by them. */
function settingsAt({ steps, opening }: Trace, id: number): State['settings'] {
  const step = steps.findLast(({ events }) => (events[0]?.id ?? Number.POSITIVE_INFINITY) <= id)
  return (step?.state ?? opening).settings
}

/** How it came to be: a copy, a saved answer, an answer to a second charge. */
function originOf(trace: Trace, { kind, copy, sentId, answer, charge }: Flight): string[] {
  const { duplicate } = settingsAt(trace, sentId)
  if (kind === 'request') {
    if (copy === 1) return []
    const share = duplicate > 0 ? `: it delivers ${percent(duplicate)} of requests twice` : ''
    return [`A copy that the network made${share}.`]
  }
  const why = copy === 2 ? ['The answer to a copy of the request.'] : []
  if (answer && isReplayed(answer)) why.push('The bank knew the key and sent its saved answer again.')
  if (charge > 1) why.push(`It reports charge ${charge} of one payment.`)
  return why
}

function whyLost(trace: Trace, seen: readonly TraceEvent[], { kind, message, sentId }: Flight): string {
  const lost = seen.find(event => event.message === message && event.kind.endsWith('.lost'))
  if (lost?.data?.by === 'person') return 'You chose to lose it.'
  const { requestLoss, responseLoss } = settingsAt(trace, sentId)
  const share = kind === 'request' ? requestLoss : responseLoss
  const what = kind === 'request' ? 'requests' : 'answers'
  return share > 0 ? `The network loses ${percent(share)} of ${what}.` : 'The network lost it.'
}

function whyLate(seen: readonly TraceEvent[], { payment, attempt, lateFrom }: Flight): string {
  const timedOut = seen.some(
    event =>
      event.kind === 'attempt.timedOut' && event.payment === `p${payment}` && event.attempt === attempt,
  )
  return timedOut
    ? `You stopped waiting for it at ${seconds(lateFrom)}: timed out.`
    : `You had gone on to a new payment at ${seconds(lateFrom)}.`
}

/** What befell a request once it had arrived. */
function atTheBank(trace: Trace, seen: readonly TraceEvent[], { message, sentId }: Flight): string[] {
  const { end, start, waited } = passagesOf(seen).get(message) ?? {}
  if (!end) return []
  if (!start && !waited) return [whyTurnedAway(trace, seen, end, sentId)]
  if (!start) return ['It waits: no worker is free.']
  const worker = `Worker ${start.worker?.slice(1)}`
  const why = waited
    ? [`No worker was free: it waited ${duration(start.at - end.at)}, then ${worker.toLowerCase()} took it.`]
    : [`${worker} was free and took it.`]
  const next = seen.find(
    ({ id, worker: at, kind }) =>
      id > start.id && at === start.worker && (kind === 'response.sent' || kind === 'server.crashed'),
  )
  if (next?.kind === 'server.crashed') why.push(`${worker} died at it, so there is no answer to it.`)
  return why
}

function whyTurnedAway(trace: Trace, seen: readonly TraceEvent[], end: TraceEvent, sentId: number): string {
  const answer = seen[end.id + 1]?.response
  if (answer?.status !== 429) return 'The bank turned it away at the door, before any worker saw it.'
  return `The bank turned it away at the door: it does so with ${percent(settingsAt(trace, sentId).rateLimit)} of requests.`
}
