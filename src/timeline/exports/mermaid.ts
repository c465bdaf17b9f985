import { whichAttempt } from '../../narrate/bank-sentence.ts'
import { sentenceOf } from '../../narrate/sentence.ts'
import { seconds, shortKey, statusLine } from '../../narrate/words.ts'
import { isReplayed, type TraceEvent } from '../../sim/index.ts'

/**
 * A run as a Mermaid sequence diagram (https://mermaid.js.org/syntax/sequenceDiagram.html). Arrows there have no slope:
 * a message stands where it ends, and its label says when it was sent; one still under way stands last.
 */
export function mermaidOf(events: readonly TraceEvent[]): string {
  const ways = waysOf(events)
  const underWay = [...ways.sent.values()].filter(({ message = '' }) => !ways.ended.has(message))
  const drawn = [
    ...events.flatMap(event => lineOf(event, ways) ?? []),
    ...underWay.map(event => arrow(event, ways, '-)', 'still under way')),
  ]
  const taking = new Set<string>(['you', 'w1', 'w2', ...drawn.flatMap(({ who }) => who)])
  const participants = Object.entries(NAMES)
    .filter(([id]) => taking.has(id))
    .map(([id, name]) => `participant ${id} as ${name}`)
  const lines = [...participants, ...drawn.map(({ text }) => text)].map(line => `  ${line}`)
  return `${['sequenceDiagram', ...lines].join('\n')}\n`
}

/** Everyone who may take part, from left to right. The bank's door takes what no worker has. */
const NAMES = { you: 'You', bank: 'The bank’s door', w1: 'Worker 1', w2: 'Worker 2' } as const

/** A line of the diagram, and who takes part in it. */
interface Line {
  readonly who: readonly string[]
  readonly text: string
}

type ByMessage = ReadonlyMap<string, TraceEvent>

interface Ways {
  /** What put each message on its wire. */
  readonly sent: ByMessage
  /** What lost or delivered it. */
  readonly ended: ByMessage
  /** Which worker started on a request, and when. */
  readonly started: ByMessage
}

const DEPARTS = ['attempt.sent', 'request.duplicated', 'response.sent']
const ENDS = /^(request|response)\.(lost|delivered)$/

function waysOf(events: readonly TraceEvent[]): Ways {
  const by = (has: (kind: string) => boolean) =>
    new Map(events.filter(({ kind }) => has(kind)).map(event => [event.message ?? '', event]))
  return {
    sent: by(kind => DEPARTS.includes(kind)),
    ended: by(kind => ENDS.test(kind)),
    started: by(kind => kind === 'handler.started'),
  }
}

function lineOf(event: TraceEvent, ways: Ways): Line | null {
  const { kind, at } = event
  switch (kind) {
    case 'request.delivered':
      return arrow(event, ways, '->>', `arrived ${seconds(at)}`)
    case 'response.delivered':
      return arrow(event, ways, '-->>', `arrived ${seconds(at)}`)
    case 'request.lost':
      return arrow(event, ways, '-x', `lost ${seconds(at)}`)
    case 'response.lost':
      return arrow(event, ways, '--x', `lost ${seconds(at)}`)
    case 'handler.started':
      return takenFromTheDoor(event, ways)
    case 'response.sent':
      return null
    default:
      return note(event)
  }
}

function note(event: TraceEvent): Line | null {
  const { text, detail } = sentenceOf(event)
  if (detail && event.kind !== 'promise.broken') return null
  const who = placeOf(event)
  return { who, text: `Note over ${who.join(',')}: ${textOf(`${seconds(event.at)} ${text}`)}` }
}

/** Whom something happens to. */
function placeOf({ actor, kind, worker }: TraceEvent): string[] {
  if (kind === 'promise.broken') return ['you', 'w2']
  if (worker) return [worker]
  if (actor === 'network') return ['you', 'bank']
  return actor === 'person' || actor === 'client' ? ['you'] : ['bank']
}

/** A request that found a worker free went straight to it; one that had to wait is taken from the door. */
function takenFromTheDoor(event: TraceEvent, { ended }: Ways): Line | null {
  const { message = '', worker = '', at } = event
  if (ended.get(message)?.at === at) return null
  const told = `${whichAttempt(event)} has waited for a worker (until ${seconds(at)})`
  return { who: ['bank', worker], text: `bank->>${worker}: ${textOf(told)}` }
}

function arrow(event: TraceEvent, ways: Ways, head: string, end: string): Line {
  const sent = ways.sent.get(event.message ?? '') ?? event
  const { response, worker = 'bank' } = sent
  const label = response
    ? `${statusLine(response.status)}${isReplayed(response) ? ', replayed' : ''}`
    : `${whichAttempt(sent)}, ${keyOf(sent)}`
  const [from, to] = response ? [worker, 'you'] : ['you', receiverOf(event, ways)]
  return {
    who: [from, to],
    text: `${from}${head}${to}: ${textOf(`${label} (sent ${seconds(sent.at)}, ${end})`)}`,
  }
}

/** The worker that was free when a request arrived; else the bank's door. */
function receiverOf({ message = '', kind, at }: TraceEvent, { started }: Ways): string {
  const start = started.get(message)
  return kind === 'request.delivered' && start?.at === at ? (start.worker ?? 'bank') : 'bank'
}

function keyOf({ request }: TraceEvent): string {
  const key = request?.headers['Idempotency-Key']
  if (key === undefined) return 'no key'
  return `key ${key.length > 8 ? shortKey(key) : `“${key}”`}`
}

/** One line that Mermaid takes for text: what it would read as syntax or as HTML becomes one of its `#35;` entities. */
function textOf(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
    .replace(/[#;<>&"%{}\\]/g, character => `#${character.charCodeAt(0)};`)
    .trim()
}
