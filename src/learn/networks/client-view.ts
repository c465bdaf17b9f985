import { sentenceOf } from '../../narrate/sentence.ts'
import { seconds } from '../../narrate/words.ts'
import { chargesOf, type Trace, type TraceEvent } from '../../sim/index.ts'

/** What a client can know of: what it sends, what reaches it, and when it stops waiting. */
const KNOWN: readonly TraceEvent['kind'][] = ['attempt.sent', 'response.delivered', 'attempt.timedOut']

/** What of a run the client has seen, line by line with its time: all that it can judge by. */
export function clientView({ events }: Trace): readonly string[] {
  return events
    .filter(({ kind }) => KNOWN.includes(kind))
    .map(event => `${seconds(event.at)} ${sentenceOf(event).text}`)
}

/** What the client believes of the first payment at the end of a run. */
export function beliefOf({ steps, opening }: Trace): string {
  return (steps.at(-1)?.state ?? opening).payments[0]?.belief ?? 'waiting'
}

/** How often the ledger has charged the first payment at the end of a run. */
export function chargedIn({ steps, opening }: Trace): number {
  return chargesOf((steps.at(-1)?.state ?? opening).ledger, 1)
}

/** The message of a run that was lost; null where none was. */
export function lostIn({ events }: Trace): 'request' | 'answer' | null {
  const lost = events.find(({ kind }) => kind === 'request.lost' || kind === 'response.lost')
  return lost ? (lost.kind === 'request.lost' ? 'request' : 'answer') : null
}
