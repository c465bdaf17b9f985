import { LimitError, SCENARIO, type Session, type Settings, type Trace } from '../sim/index.ts'
import {
  type Candidate,
  type CandidateKind,
  candidatesFor,
  combinationsFor,
  withNextPurchase,
} from './candidates.ts'
import { isPrevented, type Outcome, outcomeOf } from './outcome.ts'
import { withSettings } from './rerun.ts'
import { runSession } from './run-session.ts'

/** What a change would have made of a double charge, by what happened when it was simulated. */
export interface WhatIf {
  readonly kind: CandidateKind
  readonly settings: Partial<Settings>
  /** The run with the change. */
  readonly trace: Trace
  readonly outcome: Outcome
  /** Whether nothing at all differs in that run. */
  readonly same: boolean
  readonly prevented: boolean
  /** The same change under other luck: of so many runs that double-charge the payment, it prevents so many. */
  readonly others: { readonly prevented: number; readonly of: number }
  /** Where it prevents, what one more purchase shows to be wrong with it all the same: its run, and that payment. */
  readonly next: { readonly trace: Trace; readonly payment: number } | null
}

/** Other seeds in which the settings as they are charge the payment more than once, with how each ends. */
interface OtherLuck {
  readonly seed: number
  readonly present: Outcome
}

/** Simulates everything at once: see {@link tryChanges}. */
export function whatIf(session: Session, trace: Trace, payment: number): readonly WhatIf[] {
  return [...tryChanges(session, trace, payment)].filter(result => result !== null)
}

/**
 * Tries change after change on a payment (1, 2, …) that was charged more than once, and judges each by its own run.
 * One step simulates little, so that whoever draws can do something else between two; null is a step without a result.
 */
export function* tryChanges(session: Session, trace: Trace, payment: number): Generator<WhatIf | null> {
  const present = outcomeOf(trace, payment)
  const luck = otherLuck(session, trace, payment)
  yield null
  const judge = (candidate: Candidate) => judged(candidate, { session, trace, payment, present, luck })
  let cured = false
  for (const candidate of candidatesFor(session, settingsAt(trace, payment))) {
    const result = yield* judge(candidate)
    if (result?.kind === 'cure' && result.prevented) cured = true
    yield result
  }
  for (const candidate of cured ? [] : combinationsFor(session)) {
    const result = yield* judge(candidate)
    if (result?.prevented) return yield result
    yield null
  }
}

interface Case {
  readonly session: Session
  readonly trace: Trace
  readonly payment: number
  readonly present: Outcome
  readonly luck: readonly OtherLuck[]
}

function* judged({ kind, settings }: Candidate, given: Case): Generator<null, WhatIf | null> {
  const { session, payment, present, luck } = given
  const changed = withSettings(session, settings)
  const trace = tried(changed)
  if (!trace) return null
  const outcome = outcomeOf(trace, payment)
  const prevented = isPrevented(outcome, present)
  const same = !prevented && isSame(trace, given.trace)
  // A cure for another ill is none here; only what is believed to help is worth saying that it changes nothing.
  if (same && kind !== 'belief') return null
  yield null
  const saved = luck.filter(({ seed, present: there }) => {
    const other = tried(withSeed(changed, seed))
    return other && isPrevented(outcomeOf(other, payment), there)
  })
  const others = { prevented: saved.length, of: luck.length }
  yield null
  const next = prevented && kind !== 'luck' ? nextHarm(changed, trace) : null
  return { kind, settings, trace, outcome, same, prevented, others, next }
}

/** A session may run over a limit once more is sent in it. */
function tried(session: Session): Trace | null {
  try {
    return runSession(session)
  } catch (error) {
    if (error instanceof LimitError) return null
    throw error
  }
}

/** What a change does to one more purchase: some harm only who buys again, or who presses twice in a hurry. */
function nextHarm(session: Session, trace: Trace): WhatIf['next'] {
  const more = tried(withNextPurchase(session, trace))
  const payment = more?.steps.at(-1)?.state.payments.length ?? 0
  if (!more || payment === 0) return null
  const { broken } = outcomeOf(more, payment)
  return broken.some(({ payment: whose }) => whose === `p${payment}`) ? { trace: more, payment } : null
}

/** The settings in force when the payment was charged again. */
function settingsAt(trace: Trace, payment: number): Omit<Settings, 'seed'> {
  const step = trace.steps.find(({ events }) =>
    events.some(
      ({ kind, payment: whose, data }) =>
        kind === 'ledger.charged' && whose === `p${payment}` && Number(data?.number) > 1,
    ),
  )
  return (step?.state ?? trace.opening).settings
}

const OTHERS = 20
/** Steps to simulate for one change under all other luck: a few milliseconds. */
const STEPS_A_CHANGE = 600
/** So many seeds are tried for each that is wanted. */
const TRIES_A_SEED = 3

/** Neighbouring seeds under which the payment is charged more than once, too; fewer for a long session. */
function otherLuck(session: Session, trace: Trace, payment: number): OtherLuck[] {
  const most = Math.min(OTHERS, Math.floor(STEPS_A_CHANGE / Math.max(1, trace.steps.length)))
  const found: OtherLuck[] = []
  for (let i = 1; i <= TRIES_A_SEED * most && found.length < most; i += 1) {
    const seed = (session.settings.seed + i) % (SCENARIO.seed.max + 1)
    const other = tried(withSeed(session, seed))
    const present = other && outcomeOf(other, payment)
    if (present && present.charges > 1) found.push({ seed, present })
  }
  return found
}

function withSeed(session: Session, seed: number): Session {
  return { ...session, settings: { ...session.settings, seed } }
}

/** Whether the same happens in both, with the same keys; what is printed of an answer follows from that. */
function isSame({ events }: Trace, { events: others }: Trace): boolean {
  return (
    events.length === others.length &&
    events.every((event, index) => {
      const other = others[index]
      return (
        event.kind === other?.kind &&
        event.at === other.at &&
        event.message === other.message &&
        event.worker === other.worker &&
        JSON.stringify(event.data) === JSON.stringify(other.data) &&
        JSON.stringify(event.request?.headers) === JSON.stringify(other.request?.headers)
      )
    })
  )
}
