import type { Trace, TraceEvent } from '../../../sim/index.ts'
import { runSession } from '../../../store/run-session.ts'
import { sessionOf } from '../../run.ts'
import { runs } from '../runs.ts'
import { all, chargedAfter, type Seen, seenIn, sightOf } from './seen.ts'
import { type AnswerId, type QuestionId, WORDS } from './words.ts'

/** When each answer to a question is the right one: exactly one of them is, in the question's run. */
type Holds<Id extends QuestionId> = Readonly<Record<AnswerId<Id>, (seen: Seen) => boolean>>

/** A question that a run of the simulator answers. */
interface OfRun<Id extends QuestionId = QuestionId> {
  /** Where one reads more about it. */
  readonly chapter: string
  readonly run: keyof typeof runs
  readonly holds: Holds<Id>
  /** The event that decided it. */
  readonly decided: (seen: Seen) => TraceEvent | undefined
}

/** A question that the simulator cannot show, for its bank knows POST alone: a chapter's own lab does. */
interface OfLab<Id extends QuestionId = QuestionId> {
  readonly chapter: string
  /** By the source named in the words. */
  readonly right: AnswerId<Id>
}

type Questions = { readonly [Id in QuestionId]: OfRun<Id> | OfLab<Id> }

const charged =
  (...charges: number[]) =>
  (seen: Seen) =>
    String(seen.charges) === String(charges)
const answered = (status: number) => (seen: Seen) => seen.statuses.includes(status)
const not = (holds: (seen: Seen) => boolean) => (seen: Seen) => !holds(seen)
const both =
  (...all: ((seen: Seen) => boolean)[]) =>
  (seen: Seen) =>
    all.every(holds => holds(seen))
const believes =
  (...beliefs: string[]) =>
  (seen: Seen) =>
    String(seen.beliefs) === String(beliefs)

const first = (kind: TraceEvent['kind']) => (seen: Seen) => all(seen.events, kind)[0]
const last = (kind: TraceEvent['kind']) => (seen: Seen) => all(seen.events, kind).at(-1)
const HOW_OFTEN = { zero: charged(0), one: charged(1), two: charged(2) }

/** What the client makes of the first answer that says 409. */
function afterConflict({ events }: Seen): string | undefined {
  const at = events.findIndex(
    ({ kind, response, message }) =>
      kind === 'response.delivered' && statusOf(events, message, response?.status) === 409,
  )
  return at < 0 ? undefined : events.slice(at + 1).find(({ kind }) => kind.startsWith('payment.'))?.kind
}

/** The status of an answer: that with which it was sent. */
function statusOf(events: readonly TraceEvent[], message: string | undefined, own: number | undefined) {
  return (
    own ?? all(events, 'response.sent').find(sent => sent.message === message && message)?.response?.status
  )
}

const QUESTIONS: Questions = {
  'timeout-failed': {
    chapter: 'networks',
    run: 'late-answer',
    holds: {
      failed: charged(0),
      lost: seen => all(seen.events, 'response.lost').length > 0,
      charged: both(charged(1), seen => all(seen.events, 'response.delivered')[0]?.data?.late === true),
      queued: seen => (first('handler.started')(seen)?.at ?? 0) > (first('attempt.timedOut')(seen)?.at ?? 0),
    },
    decided: last('response.delivered'),
  },
  'lost-looks-different': {
    chapter: 'networks',
    run: 'two-timeouts',
    holds: {
      error: seen => all(seen.events, 'response.delivered').length > 0,
      time: seen => sightOf(seen, 'p1') !== sightOf(seen, 'p2'),
      needless: charged(0, 0),
      nothing: both(charged(0, 1), seen => sightOf(seen, 'p1') === sightOf(seen, 'p2')),
    },
    decided: last('ledger.charged'),
  },
  'longer-timeout': {
    chapter: 'networks',
    run: 'patient-client',
    holds: HOW_OFTEN,
    decided: last('ledger.charged'),
  },
  'vain-tries': {
    chapter: 'networks',
    run: 'all-in-vain',
    holds: {
      surer: both(charged(1), ({ attempts, loss }) => chargedAfter(attempts, loss) > chargedAfter(1, loss)),
      less: ({ attempts, loss }) => chargedAfter(attempts, loss) < chargedAfter(1, loss),
      same: ({ attempts, loss }) => chargedAfter(attempts, loss) === chargedAfter(1, loss),
    },
    decided: first('ledger.charged'),
  },
  'retry-4xx': {
    chapter: 'idempotency-key',
    run: 'turned-away',
    holds: {
      failed: charged(0),
      first: both(charged(1), seen => first('ledger.charged')(seen)?.attempt === 1),
      retry: seen => last('ledger.charged')(seen)?.attempt === 2,
    },
    decided: first('ledger.charged'),
  },
  'exactly-once': {
    chapter: 'idempotency',
    run: 'delivered-twice-with-key',
    holds: {
      delivery: seen => seen.deliveries === 1,
      effect: both(charged(1), seen => seen.deliveries === 2),
      answer: seen => seen.statuses.length === 1,
      nothing: both(charged(2), seen => seen.deliveries === 2),
    },
    decided: first('store.read'),
  },
  'same-response': {
    chapter: 'methods',
    run: 'conflict-on-retry',
    holds: {
      no: not(charged(1)),
      replayed: seen => seen.replayed,
      yes: both(charged(1), seen => seen.deliveries === 2 && !seen.replayed),
    },
    decided: first('store.read'),
  },
  'new-uuid': {
    chapter: 'idempotency-key',
    run: 'key-per-attempt',
    holds: HOW_OFTEN,
    decided: last('ledger.charged'),
  },
  'body-hash': {
    chapter: 'idempotency-key',
    run: 'equal-bodies',
    holds: {
      charged: charged(1, 1),
      swallowed: both(charged(1, 0), believes('paid', 'paid')),
      refused: answered(422),
    },
    decided: last('response.sent'),
  },
  'keys-for-ever': {
    chapter: 'idempotency-key',
    run: 'expired-key',
    holds: {
      replay: seen => seen.replayed,
      conflict: answered(409),
      refused: seen => seen.statuses.some(status => status === 400 || status === 422),
      fresh: charged(2),
    },
    decided: first('record.expired'),
  },
  'select-insert': {
    chapter: 'race-condition',
    run: 'select-then-insert',
    holds: {
      conflict: both(charged(1), answered(409)),
      both: charged(2),
      replay: both(charged(1), seen => seen.replayed),
    },
    decided: last('store.read'),
  },
  'record-after': {
    chapter: 'unique-constraint',
    run: 'record-after-charge',
    holds: HOW_OFTEN,
    decided: first('server.crashed'),
  },
  'conflict-paid': {
    chapter: 'unique-constraint',
    run: 'race-atomic',
    holds: {
      paid: seen => afterConflict(seen) === 'payment.paid',
      failed: seen => afterConflict(seen) === 'payment.failed',
      unknown: seen => afterConflict(seen) === 'payment.unknown',
    },
    decided: first('payment.unknown'),
  },
  'short-ttl': {
    chapter: 'race-condition',
    run: 'short-ttl',
    holds: {
      once: both(charged(1), not(answered(409))),
      locked: both(charged(1), answered(409)),
      two: charged(2),
    },
    decided: first('record.expired'),
  },
  'long-ttl': {
    chapter: 'race-condition',
    run: 'long-ttl',
    holds: {
      conflict: both(charged(0), seen => String(seen.statuses) === '409,409'),
      paid: believes('paid'),
      failed: believes('failed'),
    },
    decided: last('store.read'),
  },
  'in-memory': {
    chapter: 'race-condition',
    run: 'own-memory',
    holds: HOW_OFTEN,
    decided: seen => all(seen.events, 'handler.started').find(({ attempt }) => attempt === 2),
  },
  'never-double': {
    chapter: 'simulator',
    run: 'nobody-charged',
    holds: {
      paid: both(charged(1), believes('paid')),
      unpaid: both(charged(0), believes('paid')),
      unknown: believes('unknown'),
    },
    decided: first('server.crashed'),
  },
  'delete-404': { chapter: 'methods', right: 'yes' },
}

/** A question with its words, as the quiz asks it. */
export interface Question {
  readonly id: QuestionId
  readonly wrong: string
  readonly situation: string
  readonly ask: string
  readonly because: string
  readonly answers: readonly { readonly id: string; readonly label: string }[]
  readonly chapter: string
  /** The run that shows the answer; null where only the chapter's lab does. */
  readonly run: keyof typeof runs | null
}

/** Every question, in the order in which it is asked. */
export const QUIZ: readonly Question[] = (Object.keys(WORDS) as QuestionId[]).map(id => {
  const { answers, ...words } = WORDS[id]
  const question = QUESTIONS[id]
  return {
    id,
    ...words,
    answers: Object.entries(answers).map(([answer, label]) => ({ id: answer, label })),
    chapter: question.chapter,
    run: 'run' in question ? question.run : null,
  }
})

/** The answers that hold in a question's run: one, or the question is a bad one. */
export function rightAnswers(id: QuestionId, trace?: Trace): string[] {
  const question = QUESTIONS[id]
  if (!('run' in question)) return [question.right]
  const seen = seenIn(trace ?? traceOf(question.run))
  const holds = Object.entries<(seen: Seen) => boolean>(question.holds)
  return holds.filter(([, isSo]) => isSo(seen)).map(([answer]) => answer)
}

/** The event of its run that decided a question; null where a lab shows it. */
export function decidingEvent(id: QuestionId): TraceEvent | null {
  const question = QUESTIONS[id]
  return 'run' in question ? (question.decided(seenIn(traceOf(question.run))) ?? null) : null
}

function traceOf(run: keyof typeof runs): Trace {
  return runSession(sessionOf(runs[run]))
}
