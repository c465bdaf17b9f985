import { isReplayed, type Trace, type TraceEvent } from '../../sim/index.ts'

/** What the bank asks of a request, in this order; yes leads on to the next. */
export const QUESTIONS = ['key', 'form', 'seen', 'payload', 'done'] as const
export type Question = (typeof QUESTIONS)[number]

/** Where a request may end. */
export const LEAVES = ['new', 'replay', 'in-flight', 'mismatch', 'malformed', 'no-key', 'expired'] as const
export type Leaf = (typeof LEAVES)[number]

/** How far a request has come through the bank's decision. */
export interface Path {
  /** The request's message: `p1.a2.request`. */
  readonly id: string
  readonly payment: number
  readonly attempt: number
  readonly isCopy: boolean
  /** The key as it was sent. */
  readonly key: string | null
  readonly asked: readonly { readonly question: Question; readonly yes: boolean }[]
  readonly leaf: Leaf | null
  /** `elsewhere`: another strategy than the one that is drawn took it. `turned away`: nothing of it was looked at. */
  readonly stands:
    | 'on its way'
    | 'lost'
    | 'waits'
    | 'decides'
    | 'answered'
    | 'died'
    | 'turned away'
    | 'elsewhere'
  readonly response: TraceEvent['response'] | null
  /** What became of the answer. */
  readonly answer: 'on its way' | 'lost' | 'arrived' | null
  /** Which charge of its payment it made: 0 none, 1 the first, 2 a second one, … */
  readonly charge: number
  /** The newest event that moved it. */
  readonly movedBy: number
}

type Draft = { -readonly [Field in keyof Path]: Path[Field] }

/** The requests that are on a path so far, and what one has to know to go on. */
interface Paths {
  readonly byRequest: Map<string, Draft>
  /** Which request each worker is at. */
  readonly byWorker: Map<string, Draft>
  /** Keys whose record has run out and has not been written anew. */
  readonly expired: Set<unknown>
}

/**
 * The way of every request through the bank's decision, in the order in which they were sent.
 *
 * @param eventCount how many of the run's events have happened
 */
export function pathsOf({ events }: Pick<Trace, 'events'>, eventCount: number): readonly Path[] {
  const paths: Paths = { byRequest: new Map(), byWorker: new Map(), expired: new Set() }
  for (const event of events.slice(0, eventCount)) {
    if (event.kind === 'record.expired') paths.expired.add(event.data?.key)
    const path = follow(paths, event)
    if (path) path.movedBy = event.id
  }
  return [...paths.byRequest.values()]
}

/** The way of one attempt of a payment; undefined before it is sent. */
export function pathOf(
  trace: Pick<Trace, 'events'>,
  eventCount: number,
  attempt: number,
  payment = 1,
): Path | undefined {
  return pathsOf(trace, eventCount).find(
    path => path.payment === payment && path.attempt === attempt && !path.isCopy,
  )
}

/** Takes an event over; the path that it moved. */
function follow(paths: Paths, event: TraceEvent): Draft | undefined {
  const { kind, message = '', worker = '' } = event
  if (kind === 'attempt.sent' || kind === 'request.duplicated') return setOut(paths, event)
  const path = message ? paths.byRequest.get(requestOf(message)) : paths.byWorker.get(worker)
  if (!path) return undefined
  switch (kind) {
    case 'request.lost':
      path.stands = 'lost'
      return path
    case 'request.delivered':
      path.stands = 'waits'
      return path
    case 'handler.started':
      paths.byWorker.set(worker, path)
      return begin(path, String(event.data?.handler))
    case 'store.read':
      return path.stands === 'decides' ? meet(path, event.data) : undefined
    case 'store.written':
      return path.stands === 'decides' ? write(path, event.data, paths.expired) : undefined
    case 'ledger.charged':
      path.charge = Number(event.data?.number)
      return path
    case 'response.sent':
      return answered(path, event)
    case 'response.lost':
    case 'response.delivered':
      path.answer = kind === 'response.lost' ? 'lost' : 'arrived'
      return path
    case 'server.crashed':
      path.stands = 'died'
      return path
    default:
      return undefined
  }
}

/** The request that a message is, or answers. */
const requestOf = (message: string) => message.replace('response', 'request')

function setOut(
  { byRequest }: Paths,
  { id, message = '', payment = '', attempt = 0, request }: TraceEvent,
): Draft {
  const path: Draft = {
    id: message,
    payment: Number(payment.slice(1)),
    attempt,
    isCopy: message.endsWith('.2'),
    key: request?.headers['Idempotency-Key'] ?? null,
    asked: [],
    leaf: null,
    stands: 'on its way',
    response: null,
    answer: null,
    charge: 0,
    movedBy: id,
  }
  byRequest.set(message, path)
  return path
}

/** The form has been looked at, else no worker would have started. */
function begin(path: Draft, handler: string): Draft {
  const keyed = path.key !== null
  if (handler !== (keyed ? 'one-transaction' : 'no-key')) {
    path.stands = 'elsewhere'
    return path
  }
  path.stands = 'decides'
  if (keyed) ask(path, ['key', true], ['form', true])
  else end(path, 'no-key', ['key', false])
  return path
}

/** The key is there. */
function meet(path: Draft, data: TraceEvent['data']): Draft {
  if (data?.differs === true) return end(path, 'mismatch', ['seen', true], ['payload', false])
  const done = data?.found === 'completed'
  return end(path, done ? 'replay' : 'in-flight', ['seen', true], ['payload', true], ['done', done])
}

/** The key is inserted, so it was not there; perhaps not any more. */
function write(path: Draft, data: TraceEvent['data'], expired: Set<unknown>): Draft {
  if (data?.status !== 'processing') return path
  return end(path, expired.delete(data.key) ? 'expired' : 'new', ['seen', false])
}

function answered(path: Draft, { response, worker }: TraceEvent): Draft {
  path.response = response ?? null
  path.answer = 'on its way'
  if (worker !== undefined) {
    if (path.stands === 'decides') path.stands = 'answered'
    return path
  }
  // Answered at the door: its form is wrong, or nothing of it was looked at.
  if (response?.status !== 400) {
    path.stands = 'turned away'
    return path
  }
  path.stands = 'answered'
  if (path.key === null) return end(path, 'malformed', ['key', false])
  return end(path, 'malformed', ['key', true], ['form', false])
}

function ask(path: Draft, ...answers: readonly (readonly [Question, boolean])[]): Draft {
  path.asked = [...path.asked, ...answers.map(([question, yes]) => ({ question, yes }))]
  return path
}

function end(path: Draft, leaf: Leaf, ...answers: readonly (readonly [Question, boolean])[]): Draft {
  path.leaf = leaf
  return ask(path, ...answers)
}

/** The leaves from which an answer has been sent. */
export function leavesSeen(paths: readonly Path[]): Leaf[] {
  return LEAVES.filter(leaf => paths.some(path => path.leaf === leaf && path.stands === 'answered'))
}

/** What the path says of the answer, as a prediction's answer. */
export function answerOf({
  response,
  charge,
}: Path): 'replayed' | 'charged' | 'conflict' | 'refused' | 'none' {
  if (!response) return 'none'
  if (isReplayed(response)) return 'replayed'
  if (charge > 0) return 'charged'
  return response.status === 409 ? 'conflict' : 'refused'
}
