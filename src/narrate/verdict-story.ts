import { chargesOf, isReplayed, type Payment, type State, type TraceEvent, willRetry } from '../sim/index.ts'
import type { Past } from './past.ts'
import { A_KEY_PER_PAYMENT, KEYS_OFF, KEYS_ON } from './reruns.ts'
import type { Judged } from './verdict.ts'
import { stuck } from './verdict-stuck.ts'
import { statusLine } from './words.ts'

/** A payment to be told of: its number, and what has happened to it. */
export interface Told {
  readonly state: State
  readonly payment: Payment
  readonly number: number
  readonly past: Past
}

/** The payment in question, or one that was given up: no promise is broken. */
export function storyOf(told: Told): Judged {
  const { state, payment, number } = told
  const charges = chargesOf(state.ledger, number)
  if (payment.gaveUp) return givenUp(told, charges)
  switch (payment.belief) {
    case 'paid':
      return charges > 0 ? paid(told) : PAID_TOO_EARLY
    case 'failed':
      return charges > 0 ? REFUSED_BUT_CHARGED : refused(told)
    case 'waiting':
      return waiting(state, payment)
    case 'unknown':
      return unknown(told)
  }
}

function waiting({ settings }: State, { attempts, keys }: Payment): Judged {
  if (attempts.length === 1)
    return { tone: 'way', headline: 'Under way', reason: 'You wait for the bank’s answer.' }
  return {
    tone: 'way',
    headline: `Attempt ${attempts.length} is under way`,
    reason: settings.keys === keys ? CARRIES[keys] : OPENED_BEFORE,
  }
}

const CARRIES: Readonly<Record<Payment['keys'], string>> = {
  off: 'To the bank it is a new payment: it carries no key.',
  'per-attempt': 'It carries a new key, so to the bank it is a new payment.',
  'per-payment': 'It carries the same key, so the bank can know it.',
  'per-session': 'It carries the same key, so the bank can know it.',
  empty: 'Its key is empty again.',
  'too-long': 'Its key is too long again.',
}

/** What can be said depends on how the newest attempt ended: without an answer, refused, or with one that says nothing. */
function unknown(told: Told): Judged {
  const { payment, past } = told
  const newest = payment.attempts.length
  const answered = past.findLast(({ kind, attempt }) => kind === 'response.delivered' && attempt === newest)
  const status = answered?.response?.status
  const dead = stuck(told, status)
  if (dead) return dead
  if (payment.attempts.at(-1) === 'fail') {
    return {
      tone: 'unsure',
      headline: `Attempt ${newest} was refused. Were you charged?`,
      reason: 'How an earlier attempt ended is still open, and a refusal says nothing about it.',
    }
  }
  if (isTurnedAway(told)) {
    return {
      tone: 'unsure',
      headline: `${statusLine(429)}. Not charged`,
      reason: whatNow(told, 'The bank turned it away unseen, and has looked at no request of this payment.'),
    }
  }
  const says = answered && SAYS[typeOf(answered)]
  return {
    tone: 'unsure',
    headline: `${says && status ? statusLine(status) : 'No answer'}. Were you charged?`,
    reason: whatNow(told, says ?? ''),
  }
}

/** Whether every attempt so far was answered 429, and none of them, nor a copy, was looked at. */
function isTurnedAway({ payment, past }: Told): boolean {
  const turnedAway = past.filter(
    event => event.kind === 'response.delivered' && typeOf(event) === 'rate_limit',
  )
  return turnedAway.length >= payment.attempts.length && past.every(({ kind }) => kind !== 'handler.started')
}

/** The type of the error in an answer's body. */
function typeOf({ response }: TraceEvent): string {
  return String(Object(response?.body).type)
}

/** What one learns from an answer that leaves the outcome open. */
const SAYS: Readonly<Record<string, string>> = {
  in_flight: 'The bank takes the first request with this key to be still in flight.',
  duplicate_key: 'The bank has the key already, and does not say how the first request with it ended.',
  rate_limit: 'It was turned away unseen. That says nothing about any other request.',
  internal_error: 'An error is no refusal: the bank may have charged before it broke.',
}

/** The switch was moved in the middle of a payment: it must not be believed to hold for it. */
const OPENED_BEFORE = 'Keys change from the next payment on. This one goes on as it was opened.'

function whatNow({ state, payment }: Told, says: string): string {
  const tries = payment.attempts.length
  if (payment.keys !== state.settings.keys) return OPENED_BEFORE
  if (state.settings.retry === 'manual')
    return `${says || 'A lost request and a lost answer look the same to you.'} Press Pay again.`
  if (willRetry(state))
    return `${says || 'A lost request and a lost answer look the same.'} The client tries again by itself.`
  return `The client gives up after ${tries === 1 ? 'one attempt' : `${tries} attempts`}. You can still press Pay again.`
}

/** Another attempt with the key was told that it is done, while the one that charges is still at work. */
const PAID_TOO_EARLY: Judged = {
  tone: 'unsure',
  headline: 'Told “paid”, not charged yet',
  reason: 'A request of this payment is still under way.',
}

/** The copy of a request was refused, after the request itself was charged. */
const REFUSED_BUT_CHARGED: Judged = {
  tone: 'unsure',
  headline: 'Told “refused”, but charged',
  reason: 'The bank charged another request of this payment.',
}

function paid(told: Told): Judged {
  const tries = told.payment.attempts.length
  if (tries > 1) return { tone: 'safe', headline: `Charged once, in ${tries} attempts`, ...whyOnce(told) }
  const why = knewTheCopy(told)
    ? { reason: 'The request came twice. The bank knew the key and charged one of them.', rerun: KEYS_OFF }
    : { reason: 'This time the answer arrived. Try a new payment, or new luck.' }
  return { tone: 'safe', headline: 'Charged once, and told so', ...why }
}

/** Whether a worker answered a duplicated request, or its copy, without charging it. */
function knewTheCopy({ payment: { keys }, past }: Told): boolean {
  const twice = past.some(({ kind }) => kind === 'request.duplicated')
  return twice && keys !== 'off' && past.some(isAnsweredUncharged)
}

function isAnsweredUncharged({ kind, worker, data }: TraceEvent): boolean {
  return kind === 'response.sent' && worker !== undefined && data?.charge === 0
}

function whyOnce({ state, payment, number, past }: Told): Pick<Judged, 'reason' | 'rerun'> {
  const charge = past.find(({ kind }) => kind === 'ledger.charged')
  // Only by the key can the bank say "paid" to an attempt that it did not charge.
  const known = payment.attempts.some((outcome, index) => outcome === 'ok' && index + 1 !== charge?.attempt)
  if (known) return { reason: howKnown(past), rerun: KEYS_OFF }
  const crash = past.find(({ kind, id }) => kind === 'server.crashed' && id < (charge?.id ?? 0))
  const isRolledBack = past.some(({ data }) => data?.status === 'rolled back' || data?.rolledBack === true)
  if (isRolledBack)
    return { reason: 'What broke off was rolled back, key and charge. Another request began afresh.' }
  if (crash) return { reason: 'A worker died before it had charged anything. Another request was charged.' }
  const row = state.ledger.charges.find(candidate => candidate.payment === number)
  const isSound = row?.handler === 'one-transaction' || row?.handler === 'saved-response-downstream-key'
  return isSound && payment.keys !== 'per-attempt' && past.some(isSaved)
    ? { reason: 'Every attempt carried the same key, so the bank charges only once.', rerun: KEYS_OFF }
    : { reason: LUCKY }
}

/** Nothing in that run kept the bank from charging again. */
export const LUCKY = 'Lucky: only one attempt was charged.'

function isSaved({ kind, data }: TraceEvent): boolean {
  return kind === 'store.written' && data?.saved !== undefined
}

function howKnown(past: Past): string {
  if (past.some(({ data }) => data?.known)) return 'The ledger knew the key and did not charge it again.'
  const replayed = past.some(({ kind, response }) => {
    return kind === 'response.delivered' && response && response.status < 300 && isReplayed(response)
  })
  return replayed
    ? 'The bank knew the key and gave its saved answer.'
    : 'The bank found the key and took the work for done.'
}

/** Refused for good: by the card's issuer, for the form of its key, or because that came with another payload before. */
function refused({ payment, past }: Told): Judged {
  const answer = past.findLast(
    ({ kind, response, attempt = 0 }) =>
      kind === 'response.delivered' && payment.attempts[attempt - 1] === 'fail' && response,
  )
  const nothing = { tone: 'plain', headline: 'Refused, nothing charged' } as const
  switch (answer && typeOf(answer)) {
    case 'key_reused':
      return { ...nothing, reason: 'The bank answered 422: it knew the key, but with another payload.' }
    case 'key_required':
      return {
        ...nothing,
        reason: 'The bank answered 400: it takes no payment without a key.',
        rerun: KEYS_ON,
      }
    case 'key_malformed':
      return {
        ...nothing,
        reason: `The bank answered 400: the key was ${payment.keys === 'empty' ? 'empty' : 'too long'}.`,
        rerun: A_KEY_PER_PAYMENT,
      }
    default:
      return {
        ...nothing,
        headline: 'Declined, nothing charged',
        reason: 'The bank answered 402. A new card needs a new payment.',
      }
  }
}

function givenUp({ payment, past }: Told, charges: number): Judged {
  if (payment.belief === 'paid') {
    return {
      tone: 'unsure',
      headline: 'You gave up, but it was paid',
      reason: 'The answer came after all, too late to help. Paying anew charges you again.',
    }
  }
  const lost = past.some(({ kind }) => kind === 'response.lost')
  return charges > 0
    ? {
        tone: 'unsure',
        headline: 'You gave up, and were charged',
        reason: `${lost ? 'The answer was lost, not the payment.' : 'No answer told you so.'} Paying anew charges you again.`,
      }
    : {
        tone: 'unsure',
        headline: 'You gave up, nothing was charged',
        reason: 'You cannot know that: only the bank’s ledger says so.',
      }
}
