import { chargesOf, isUnderWay, type StrategyId, type Trace, type TraceEvent } from '../../sim/index.ts'
import { endOf } from './ended.ts'

/** Something to bring about, judged by a run's trace alone. */
export interface Challenge {
  /** By which progress knows it: never changes. */
  readonly id: string
  readonly goal: string
  readonly hint: string
  /** The event that decided it; null where the run does not meet it. Only asked of a run after which nothing more happens. */
  readonly metBy: (trace: Trace) => TraceEvent | null
}

/** Strategies that nothing breaks, as long as keys are right and kept. */
const ATOMIC: readonly StrategyId[] = ['one-transaction', 'saved-response-downstream-key']

const LOSS = 0.8

/** Every challenge, the easy ones first. */
export const CHALLENGES: readonly Challenge[] = [
  {
    id: 'once-at-80',
    goal: 'Be charged exactly once, and told so, at 80% loss.',
    hint: 'Set the response drop rate before the first press, and let the payment keep its key. At least two of your attempts must reach the bank.',
    metBy: onceAt80,
  },
  {
    id: 'unknown-no-charge',
    goal: 'End not knowing, with no charge at all.',
    hint: 'To you a lost request looks just like a lost answer. There is a rate for requests, too; or press the message on its way.',
    metBy: unknownNoCharge,
  },
  {
    id: 'double-by-client',
    goal: 'Be charged twice with keys on: by the client’s bug.',
    hint: 'The bank stays as it is: one transaction. What if each attempt brings a key that it has never seen?',
    metBy: doubleByClient,
  },
  {
    id: 'double-by-server',
    goal: 'Be charged twice with keys on: by a racy server.',
    hint: 'One key per payment, all the time. Choose a strategy that looks before it writes, and do not give it the time to write.',
    metBy: doubleByServer,
  },
  {
    id: 'two-become-one',
    goal: 'Make two honest purchases become one charge.',
    hint: 'Two payments, each told “paid”. What if the second brings the key of the first?',
    metBy: twoBecomeOne,
  },
]

/** What is in force after each step, and before the first. */
function settingsOf({ opening, steps }: Trace) {
  return [opening.settings, ...steps.map(({ state }) => state.settings)]
}

function onceAt80(trace: Trace): TraceEvent | null {
  const { payments, ledger } = endOf(trace)
  const [payment] = payments
  // Had only one attempt reached the bank, it could not have charged twice.
  const delivered = trace.events.filter(({ kind }) => kind === 'request.delivered').length
  const isMet =
    settingsOf(trace).every(({ responseLoss }) => responseLoss >= LOSS) &&
    payments.length === 1 &&
    payment?.belief === 'paid' &&
    payment.attempts.length >= 2 &&
    delivered >= 2 &&
    ledger.charges.length === 1
  return isMet ? (trace.events.find(({ kind }) => kind === 'payment.paid') ?? null) : null
}

/** What can keep a request from being charged without a word of it to the client. */
const TAKES_AWAY: readonly TraceEvent['kind'][] = ['request.lost', 'server.crashed', 'response.lost']

function unknownNoCharge(trace: Trace): TraceEvent | null {
  const state = endOf(trace)
  const index = state.payments.findIndex(
    ({ belief }, at) =>
      belief === 'unknown' && chargesOf(state.ledger, at + 1) === 0 && !isUnderWay(state, at + 1),
  )
  if (index < 0) return null
  const own = trace.events.filter(({ payment }) => payment === `p${index + 1}`)
  return (
    own.findLast(({ kind }) => TAKES_AWAY.includes(kind)) ??
    own.findLast(({ kind }) => kind === 'payment.unknown') ??
    null
  )
}

function brokenPromise({ events }: Trace, promise: string): TraceEvent | undefined {
  return events.find(({ kind, data }) => kind === 'promise.broken' && data?.promise === promise)
}

/** The payment an event is about. */
const numberOf = ({ payment = '' }: TraceEvent) => Number(payment.slice(1))

function doubleByClient(trace: Trace): TraceEvent | null {
  const broken = brokenPromise(trace, 'at-most-one-charge')
  if (!broken) return null
  const payment = endOf(trace).payments[numberOf(broken) - 1]
  // Nothing else may be to blame.
  const serverIsRight = settingsOf(trace).every(({ server }) => ATOMIC.includes(server))
  const forgot = trace.events.some(({ id, kind }) => kind === 'record.expired' && id < broken.id)
  return payment?.keys === 'per-attempt' && serverIsRight && !forgot ? broken : null
}

function doubleByServer(trace: Trace): TraceEvent | null {
  const broken = brokenPromise(trace, 'at-most-one-charge')
  if (!broken) return null
  const { payments, ledger } = endOf(trace)
  const looksAtKeys = ledger.charges
    .filter(({ payment }) => payment === numberOf(broken))
    .every(({ handler }) => handler !== 'no-key')
  const isMet =
    looksAtKeys &&
    payments.every(({ keys }) => keys === 'per-payment') &&
    settingsOf(trace).every(({ memory }) => memory === 'shared') &&
    !trace.events.some(({ id, kind }) => kind === 'server.crashed' && id < broken.id) &&
    isRace(trace, broken)
  return isMet ? broken : null
}

/** Whether the second charge’s request was taken up while the first’s was still worked on. */
function isRace({ events }: Trace, broken: TraceEvent): boolean {
  const [first, second] = events.filter(
    ({ id, kind, payment }) => kind === 'ledger.charged' && payment === broken.payment && id < broken.id,
  )
  if (!first || !second) return false
  const started = events.findLast(
    ({ id, kind, worker }) => kind === 'handler.started' && worker === second.worker && id < second.id,
  )
  const answered = events.find(
    ({ id, kind, worker }) => kind === 'response.sent' && worker === first.worker && id > first.id,
  )
  return started !== undefined && (answered === undefined || started.id < answered.id)
}

function twoBecomeOne(trace: Trace): TraceEvent | null {
  const { payments, ledger } = endOf(trace)
  const broken = brokenPromise(trace, 'told-paid-means-charged')
  const keys = new Set(trace.flights.map(({ key }) => key))
  const isMet =
    broken !== undefined &&
    payments.length === 2 &&
    payments.every(({ belief }) => belief === 'paid') &&
    ledger.charges.length === 1 &&
    // One key came with both: the one was taken for the other, not forgotten in a crash.
    keys.size === 1 &&
    !keys.has(null)
  return isMet ? broken : null
}
