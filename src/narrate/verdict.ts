import { chargesOf, isUnderWay, openPayment, type Settings, type State } from '../sim/index.ts'
import { invite } from './invitation.ts'
import { type Past, pastOf } from './past.ts'
import { chargedTwice, paidForNothing } from './verdict-harm.ts'
import { storyOf } from './verdict-story.ts'

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

export type Judged = Pick<Verdict, 'tone' | 'headline' | 'reason'> &
  Partial<Pick<Verdict, 'rerun' | 'moment'>>

/**
 * Judges a state: harm first, then what was prevented, then what is under way.
 *
 * @param past the events that led to it, which say why
 */
export function verdictOf(state: State, past: Past): Verdict {
  const counts = state.payments.map((_, index) => chargesOf(state.ledger, index + 1))
  return {
    moment: null,
    rerun: null,
    ...judge(state, past, counts),
    charges: counts.reduce((sum, count) => sum + count, 0),
    payments: state.payments.length,
    doubleCharged: counts.some(count => count > 1),
  }
}

function judge(state: State, past: Past, counts: readonly number[]): Judged {
  const harmed = counts.findIndex(count => count > 1)
  if (harmed >= 0) return chargedTwice(state, past, harmed + 1, counts)
  const swallowed = state.payments.findIndex(
    ({ belief }, index) => belief === 'paid' && counts[index] === 0 && !isUnderWay(state, index + 1),
  )
  if (swallowed >= 0) return paidForNothing(state, past, swallowed + 1)
  const number = openPayment(state) || state.payments.length
  const payment = state.payments[number - 1]
  if (!payment || (payment.closed && !payment.gaveUp)) return invite(state, number > 0)
  return storyOf({ state, payment, number, past: pastOf(past, number) })
}
