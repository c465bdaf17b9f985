import { sentenceOf } from '../../narrate/sentence.ts'
import { balanceOf, type State, type Trace, type TraceEvent } from '../../sim/index.ts'

/** What the page shows at a moment, as its `data-` attributes say it. */
export interface Shown {
  /** In minor units. */
  readonly balance: number
  readonly belief: string
  readonly charges: number
}

/** A time at which something can be seen to change. */
export interface Moment {
  readonly at: number
  /** What happens then, in words. */
  readonly told: string
  /** What is shown from then on and was not before; at least one of them. */
  readonly changed: Partial<Shown>
}

/** The times at which balance, belief or the number of charges change, in order. */
export function tellingMoments(trace: Trace): Moment[] {
  let before = shownOf(trace.opening)
  return timesOf(trace).flatMap(({ at, state, events }) => {
    const now = shownOf(state)
    const changed = changeBetween(before, now)
    before = now
    return Object.keys(changed).length > 0 ? [{ at, told: wordsOf(events), changed }] : []
  })
}

/** The steps by time: what came of all of a time is what can be seen then. */
function timesOf(trace: Trace): { at: number; state: State; events: TraceEvent[] }[] {
  const times: { at: number; state: State; events: TraceEvent[] }[] = []
  for (const { at, state, events } of trace.steps) {
    const last = times.at(-1)
    if (last?.at === at) {
      last.state = state
      last.events.push(...events)
    } else times.push({ at, state, events: [...events] })
  }
  return times
}

function shownOf(state: State): Shown {
  const last = state.payments.at(-1)
  const asked = last && (!last.closed || last.gaveUp)
  return {
    balance: balanceOf(state),
    belief: asked ? last.belief : 'none',
    charges: state.ledger.charges.length,
  }
}

function changeBetween(before: Shown, now: Shown): Partial<Shown> {
  return {
    ...(now.balance !== before.balance && { balance: now.balance }),
    ...(now.belief !== before.belief && { belief: now.belief }),
    ...(now.charges !== before.charges && { charges: now.charges }),
  }
}

function wordsOf(events: readonly TraceEvent[]): string {
  const sentences = events.map(sentenceOf)
  const plain = sentences.filter(({ detail }) => !detail)
  return (plain.length > 0 ? plain : sentences).map(({ text }) => text).join(' ')
}
