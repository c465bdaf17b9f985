import { shortMoney, times } from '../../narrate/words.ts'
import { chargesOf, type State, type Trace } from '../../sim/index.ts'
import { endOf } from './ended.ts'

/** How far one is from the goal: the balance drops once for a payment, however often one presses. */
export interface GoalState {
  readonly met: 'yes' | 'no' | 'not yet'
  readonly why: string
}

/**
 * Judges a run that has been watched to its end.
 *
 * @param trace null while there is none, or while it still runs
 */
export function goalOf(trace: Pick<Trace, 'steps' | 'opening'> | null): GoalState {
  if (!trace) return { met: 'not yet', why: 'Press Pay. No answer? Press again, until you are told “paid”.' }
  const state = endOf(trace)
  return brokenIn(state) ?? openIn(state)
}

function brokenIn(state: State): GoalState | null {
  for (const [index, { belief, amount }] of state.payments.entries()) {
    const charges = chargesOf(state.ledger, index + 1)
    const which = state.payments.length > 1 ? `Payment ${index + 1}` : 'The payment'
    if (charges > 1) {
      const lost = shortMoney(charges * amount)
      return { met: 'no', why: `${which} was charged ${times(charges)}: the balance dropped by ${lost}.` }
    }
    if (charges === 0 && belief === 'paid')
      return { met: 'no', why: `${which} was told “paid”, and the balance never dropped for it.` }
  }
  return null
}

/** What the newest payment still lacks. */
function openIn(state: State): GoalState {
  const payment = state.payments.at(-1)
  if (!payment) return { met: 'not yet', why: 'There is no payment yet: press Pay.' }
  const { belief, attempts, amount } = payment
  if (belief === 'failed')
    return { met: 'not yet', why: 'The bank refused this payment. Open a new one and try again.' }
  if (belief !== 'paid')
    return {
      met: 'not yet',
      why:
        chargesOf(state.ledger, state.payments.length) === 1
          ? 'The balance has dropped once, but you do not know that. Press again: it must not drop again.'
          : 'The balance has not dropped, but you do not know that. Press again.',
    }
  if (attempts.length === 1)
    return {
      met: 'not yet',
      why: 'The first answer arrived, so nothing was put to the test. Open a new payment, or take new luck.',
    }
  return {
    met: 'yes',
    why: `${attempts.length} attempts, and the balance dropped once, by ${shortMoney(amount)}.`,
  }
}
