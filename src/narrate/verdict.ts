import { chargesOf, isUnderWay, openPayment, type Payment, type Settings, type State } from '../sim/index.ts'
import { lossInWords, times } from './words.ts'

/** What a cure or its counterpart changes: the same inputs, the same luck, one setting. */
export interface Rerun {
  readonly label: string
  readonly settings: Partial<Settings>
}

/** The sentence on top of everything: what happened, judged. */
export interface Verdict {
  readonly tone: 'invite' | 'way' | 'unsure' | 'lost' | 'safe' | 'plain'
  readonly headline: string
  readonly reason: string
  readonly rerun: Rerun | null
  /** The broken promise whose moment there is to show, and the payment (`p1`) it is broken for. */
  readonly moment: { readonly promise: string; readonly payment: string } | null
  readonly charges: number
  readonly payments: number
  readonly doubleCharged: boolean
}

const KEYS_ON: Rerun = { label: 'Same bad luck, keys on', settings: { keys: 'per-payment' } }
const KEYS_OFF: Rerun = { label: 'Same bad luck, keys off', settings: { keys: 'off' } }
const TRANSACTION: Rerun = {
  label: 'Same bad luck, one transaction',
  settings: { server: 'one-transaction' },
}

/** Judges a state: harm first, then what was prevented, then what is under way. */
export function verdictOf(state: State): Verdict {
  const counts = state.payments.map((_, index) => chargesOf(state.ledger, index + 1))
  const facts = {
    charges: counts.reduce((sum, count) => sum + count, 0),
    payments: state.payments.length,
    doubleCharged: counts.some(count => count > 1),
  }
  return { moment: null, rerun: null, ...judge(state, counts), ...facts }
}

type Judged = Pick<Verdict, 'tone' | 'headline' | 'reason'> & Partial<Pick<Verdict, 'rerun' | 'moment'>>

function judge(state: State, counts: readonly number[]): Judged {
  const harmed = counts.findIndex(count => count > 1)
  if (harmed >= 0) return doubleCharged(state, harmed, counts)
  const swallowed = state.payments.findIndex(
    (payment, index) => payment.belief === 'paid' && counts[index] === 0 && !isUnderWay(state, index + 1),
  )
  if (swallowed >= 0) return paidForNothing(state, swallowed)
  const number = openPayment(state) || state.payments.length
  const payment = state.payments[number - 1]
  if (!payment || (payment.closed && payment.belief !== 'unknown')) return invite(state, payment)
  return story(state, payment, number, counts[number - 1] ?? 0)
}

function doubleCharged(state: State, index: number, counts: readonly number[]): Judged {
  const charges = state.ledger.charges.length
  // A payment that is still on its way, or was never charged, explains no charge.
  const meant = counts.filter(count => count > 0).length
  const keys = state.payments[index]?.keys
  const rows = state.ledger.charges.filter(row => row.payment === index + 1)
  const attempt = rows[1]?.attempt ?? 2
  return {
    tone: 'lost',
    headline: `Charged ${times(charges)}, meant ${times(meant)}`,
    moment: { promise: 'at-most-one-charge', payment: `p${index + 1}` },
    ...whyTwice(keys, attempt, state.settings.server),
  }
}

function whyTwice(
  keys: Payment['keys'] | undefined,
  attempt: number,
  server: Settings['server'],
): Pick<Judged, 'reason' | 'rerun'> {
  if (keys === 'off') {
    return {
      reason: `Attempt ${attempt} carried no key, so the bank could not know it had charged already.`,
      rerun: KEYS_ON,
    }
  }
  if (keys === 'per-attempt') {
    return {
      reason: `Attempt ${attempt} carried a new key, so to the bank it was a new payment.`,
      rerun: KEYS_ON,
    }
  }
  return { reason: WHY_IN_SPITE_OF_THE_KEY[server], rerun: TRANSACTION }
}

const WHY_IN_SPITE_OF_THE_KEY: Readonly<Record<Settings['server'], string>> = {
  'no-key': 'Each attempt carried the key, but this bank never looks at it.',
  'check-then-act': 'Two workers looked for the key before either had written it down.',
  // By itself it never charges twice; the setting was changed on the way.
  'one-transaction': 'Each attempt carried the key, but one was charged under another server strategy.',
}

function paidForNothing(state: State, index: number): Judged {
  const swallowed = state.payments[index]
  const reason =
    swallowed?.keys === 'per-session'
      ? 'It carried an earlier payment’s key, so the bank replayed that answer.'
      : 'The bank found the key and took the work for done.'
  const rerun =
    swallowed?.keys === 'per-session'
      ? { label: 'Same bad luck, a key per payment', settings: KEYS_ON.settings }
      : TRANSACTION
  return {
    tone: 'lost',
    headline: `Payment ${index + 1}: told “paid”, never charged`,
    reason,
    rerun,
    moment: { promise: 'told-paid-means-charged', payment: `p${index + 1}` },
  }
}

function invite(state: State, before: Payment | undefined): Judged {
  const headline = before ? 'Press Pay for a new payment.' : 'Press Pay.'
  return { tone: 'invite', headline, reason: lossInWords(state.settings.responseLoss) }
}

/** The payment in question, or the one given up last: nothing is broken. */
function story(state: State, payment: Payment, number: number, charges: number): Judged {
  const tries = payment.attempts.length
  switch (payment.belief) {
    case 'paid':
      return charges > 0 ? paid(state, payment, number) : PAID_TOO_EARLY
    case 'failed':
      return refused(state, payment)
    case 'waiting':
      return tries === 1
        ? { tone: 'way', headline: 'Under way', reason: 'You wait for the bank’s answer.' }
        : { tone: 'way', headline: `Attempt ${tries} is under way`, reason: again(payment) }
    case 'unknown':
      if (payment.closed) return givenUp(charges)
      return {
        tone: 'unsure',
        headline: 'No answer. Were you charged?',
        reason: `A lost request and a lost answer look the same to you. Press Pay again.`,
      }
  }
}

function again(payment: Payment): string {
  return payment.keys === 'off'
    ? 'To the bank it is a new payment: it carries no key.'
    : payment.keys === 'per-attempt'
      ? 'It carries a new key, so to the bank it is a new payment.'
      : 'It carries the same key, so the bank can know it.'
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
  // Only the saved answer can say "paid" to an attempt that was not charged.
  if (payment.attempts.some((outcome, index) => outcome === 'ok' && index + 1 !== charged))
    return { reason: 'The bank knew the key and gave its saved answer.', rerun: KEYS_OFF }
  const sameKey = payment.keys === 'per-payment' || payment.keys === 'per-session'
  if (sameKey && state.settings.server === 'one-transaction')
    return { reason: 'Every attempt carried the same key, so the bank charges only once.', rerun: KEYS_OFF }
  return { reason: 'Lucky: only one attempt was charged.' }
}

/** Refused for good: by the card's issuer, or because its key came with another payload before. */
function refused(state: State, payment: Payment): Judged {
  const first = state.payments.find(({ keys }) => keys === 'per-session')
  const reused =
    payment.keys === 'per-session' && (payment.amount !== first?.amount || payment.card !== first.card)
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

function givenUp(charges: number): Judged {
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
