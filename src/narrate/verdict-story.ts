import {
  chargesOf,
  isKeyReused,
  keyFor,
  type Payment,
  recordsOf,
  type State,
  willRetry,
} from '../sim/index.ts'
import { KEYS_OFF } from './reruns.ts'
import type { Judged } from './verdict.ts'

/** The payment in question, or one that was given up: no promise is broken. */
export function storyOf(state: State, payment: Payment, number: number): Judged {
  const charges = chargesOf(state.ledger, number)
  if (payment.gaveUp) return givenUp(payment, charges)
  switch (payment.belief) {
    case 'paid':
      return charges > 0 ? paid(state, payment, number) : PAID_TOO_EARLY
    case 'failed':
      return refused(state, payment, number)
    case 'waiting':
      return waiting(state, payment)
    case 'unknown':
      return unknown(state, payment)
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

/** What can be said depends on how the newest attempt ended: without an answer, refused, or told to wait. */
function unknown(state: State, payment: Payment): Judged {
  const newest = payment.attempts.length
  if (payment.attempts.at(-1) === 'fail') {
    return {
      tone: 'unsure',
      headline: `Attempt ${newest} was refused. Were you charged?`,
      reason: 'An earlier attempt is still unanswered, and a refusal says nothing about it.',
    }
  }
  return { tone: 'unsure', headline: 'No answer. Were you charged?', reason: whatNow(state, payment) }
}

/** The switch was moved in the middle of a payment: it must not be believed to hold for it. */
const OPENED_BEFORE = 'Keys change from the next payment on. This one goes on as it was opened.'

function whatNow(state: State, payment: Payment): string {
  const tries = payment.attempts.length
  if (payment.keys !== state.settings.keys) return OPENED_BEFORE
  if (state.settings.retry === 'manual')
    return 'A lost request and a lost answer look the same to you. Press Pay again.'
  if (willRetry(state))
    return 'A lost request and a lost answer look the same. The client tries again by itself.'
  return `The client gives up after ${tries === 1 ? 'one attempt' : `${tries} attempts`}. You can still press Pay again.`
}

/** Another attempt with the key was told that it is done, while the one that charges is still at work. */
const PAID_TOO_EARLY: Judged = {
  tone: 'unsure',
  headline: 'Told “paid”, not charged yet',
  reason: 'A request of this payment is still under way.',
}

function paid(state: State, payment: Payment, number: number): Judged {
  const tries = payment.attempts.length
  if (tries === 1) {
    return {
      tone: 'safe',
      headline: 'Charged once, and told so',
      reason: 'This time the answer arrived. Try a new payment, or new luck.',
    }
  }
  return { tone: 'safe', headline: `Charged once, in ${tries} attempts`, ...whyOnce(state, payment, number) }
}

function whyOnce(state: State, payment: Payment, number: number): Pick<Judged, 'reason' | 'rerun'> {
  const charged = state.ledger.charges.find(row => row.payment === number)?.attempt
  // Only by the key can the bank say "paid" to an attempt that it did not charge.
  const known = payment.attempts.some((outcome, index) => outcome === 'ok' && index + 1 !== charged)
  const record = recordOf(state, payment, number)
  if (known && record?.status === 'completed')
    return { reason: 'The bank knew the key and gave its saved answer.', rerun: KEYS_OFF }
  if (known) return { reason: 'The bank found the key and took the work for done.', rerun: KEYS_OFF }
  if (record?.status === 'completed' && payment.keys !== 'per-attempt')
    return { reason: 'Every attempt carried the same key, so the bank charges only once.', rerun: KEYS_OFF }
  return { reason: 'Lucky: only one attempt was charged.' }
}

/** What the bank remembers of the key the payment's newest attempt carried. */
function recordOf(state: State, { keys, attempts }: Payment, number: number) {
  const key = keyFor(keys, number, attempts.length)
  return key === null ? undefined : recordsOf(state, key).at(-1)
}

/** Refused for good: by the card's issuer, or because its key came with another payload before. */
function refused(state: State, payment: Payment, number: number): Judged {
  const reused = isKeyReused(recordOf(state, payment, number), payment.amount, payment.card)
  return reused
    ? {
        tone: 'plain',
        headline: 'Refused, nothing charged',
        reason: 'The bank answered 422: it knew the key, but with another payload.',
      }
    : {
        tone: 'plain',
        headline: 'Declined, nothing charged',
        reason: 'The bank answered 402. A new card needs a new payment.',
      }
}

function givenUp({ belief }: Payment, charges: number): Judged {
  if (belief === 'paid') {
    return {
      tone: 'unsure',
      headline: 'You gave up, but it was paid',
      reason: 'The answer came after all, too late to help. Paying anew charges you again.',
    }
  }
  return charges > 0
    ? {
        tone: 'unsure',
        headline: 'You gave up, and were charged',
        reason: 'The answer was lost, not the payment. Paying anew charges you again.',
      }
    : {
        tone: 'unsure',
        headline: 'You gave up, nothing was charged',
        reason: 'You cannot know that: only the bank’s ledger says so.',
      }
}
