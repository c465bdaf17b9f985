import { chargesOf, isUnderWay, type Payment, type State, type Trace } from '../sim/index.ts'
import { pastOf } from './past.ts'
import { chargedTwice, paidForNothing } from './verdict-harm.ts'
import { LUCKY, storyOf } from './verdict-story.ts'
import { times } from './words.ts'

/** What happened to a payment instead, in another run of the same presses. */
export interface OutcomeWords {
  /** “Charged once.” “Still charged twice.” */
  readonly what: string
  /** Why, as the verdict on that run has it; empty where that says nothing more. */
  readonly why: string
}

/**
 * How a run ends for a payment (1, 2, …).
 *
 * @param before how often it is charged in the run that is explained; null where that is not to be given away yet
 */
export function outcomeInWords(
  { steps, opening, events }: Trace,
  number: number,
  before: number | null,
): OutcomeWords {
  const state = steps.at(-1)?.state ?? opening
  const payment = state.payments[number - 1]
  if (!payment) return { what: 'Never opened, never charged.', why: '' }
  const charges = chargesOf(state.ledger, number)
  if (charges > 1) {
    const counts = state.payments.map((_, index) => chargesOf(state.ledger, index + 1))
    return { what: stillCharged(charges, before), why: chargedTwice(state, events, number, counts).reason }
  }
  if (charges === 0) return uncharged(state, events, number, payment)
  const elsewhere = harmElsewhere(state, number)
  if (elsewhere) return { what: `Charged once, but ${elsewhere}.`, why: '' }
  if (payment.belief === 'failed') return { what: 'Charged once, and told “refused”.', why: '' }
  if (payment.belief !== 'paid') return { what: 'Charged once, but you never learn that.', why: '' }
  return { what: 'Charged once.', why: whyOnce(state, events, number, payment) }
}

function whyOnce(state: State, events: Trace['events'], number: number, payment: Payment): string {
  const past = pastOf(events, number)
  // The verdict would invite to another try here, or call luck what a setting has brought about.
  if (payment.attempts.length === 1 && !past.some(({ kind }) => kind === 'request.duplicated'))
    return 'Its first attempt was answered.'
  const { reason } = storyOf({ state, payment, number, past })
  return reason === LUCKY ? 'Only one attempt was charged.' : reason
}

function stillCharged(charges: number, before: number | null): string {
  if (before === null) return 'Still charged more than once.'
  if (charges === before) return `Still charged ${times(charges)}.`
  return `Charged ${times(charges)} instead of ${times(before)}.`
}

function uncharged(state: State, events: Trace['events'], number: number, payment: Payment): OutcomeWords {
  switch (payment.belief) {
    case 'paid':
      return { what: 'Told “paid”, never charged.', why: paidForNothing(state, events, number).reason }
    case 'failed': {
      const { reason } = storyOf({ state, payment, number, past: pastOf(events, number) })
      return { what: 'Refused, never charged.', why: reason }
    }
    default:
      return { what: 'Never charged, and you never learn that.', why: '' }
  }
}

/** Who else was harmed in that run. */
function harmElsewhere(state: State, number: number): string | null {
  for (const [index, { belief }] of state.payments.entries()) {
    const other = index + 1
    const charges = chargesOf(state.ledger, other)
    if (other === number) continue
    if (charges > 1) return `payment ${other} is charged ${times(charges)}`
    if (belief === 'paid' && charges === 0 && !isUnderWay(state, other))
      return `payment ${other} is told “paid” and never charged`
  }
  return null
}

/** What is wrong with a change that helps here: how the next purchase ends, with Pay pressed twice in a hurry. */
export function nextPurchaseInWords({ steps, opening }: Trace, number: number): string {
  const state = steps.at(-1)?.state ?? opening
  const charges = chargesOf(state.ledger, number)
  return charges === 0
    ? 'But the next purchase is told “paid” and never charged.'
    : `But press Pay twice in a hurry for the next purchase, and it is charged ${times(charges)}.`
}

/** How general it is: checked with the same presses under other luck. Empty where there is no such run. */
export function othersInWords({ prevented, of }: { prevented: number; of: number }): string {
  if (of === 0) return ''
  return `Helps in ${prevented === 0 ? 'none' : prevented} of ${of} other ${of === 1 ? 'run' : 'runs'} that double-charge${of === 1 ? 's' : ''}.`
}
