import { DEFAULT_SETTINGS, type Session, type Trace } from '../../sim/index.ts'
import { runSession } from '../../store/run-session.ts'
import { beliefOf } from './client-view.ts'

/** How many payments a round has. */
export const CARDS = 6

/** Half of all requests are lost, and half of all answers. */
const LOSSY = { ...DEFAULT_SETTINGS, requestLoss: 0.5, responseLoss: 0.5 }

/** A payment to which no answer came. */
export interface Card {
  readonly session: Session
  readonly trace: Trace
}

/** The payments of a round: one press each, under seed after seed, those left out to which an answer came. */
export function deckOf(round: number): readonly Card[] {
  const cards: Card[] = []
  for (let seed = 1; ; seed += 1) {
    const session: Session = { settings: { ...LOSSY, seed }, inputs: [{ at: 0, type: 'pay' }] }
    const trace = runSession(session)
    if (beliefOf(trace) === 'unknown') cards.push({ session, trace })
    if (cards.length === (round + 1) * CARDS) return cards.slice(-CARDS)
  }
}
