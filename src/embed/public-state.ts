import { balanceOf, chargesOf, expectedBalance, frameAt } from '../sim/index.ts'
import type { Simulator } from '../store/simulator.ts'
import type { PublicState } from './api-types.ts'

/** The state at the playhead as the public API tells it. */
export function publicState(simulator: Simulator): PublicState {
  const { trace, session, status } = simulator.state
  const timeMs = Math.floor(simulator.playhead.timeMs)
  const { state, eventCount } = frameAt(trace, simulator.playhead.timeMs)
  const happened = trace.events.slice(0, eventCount)
  return {
    seed: session.settings.seed,
    timeMs,
    endMs: simulator.playhead.endMs,
    eventId: eventCount - 1,
    status,
    settings: { ...state.settings, seed: session.settings.seed },
    balance: balanceOf(state),
    expectedBalance: expectedBalance(state),
    payments: state.payments.map(({ amount, attempts, belief }, index) => ({
      id: `p${index + 1}`,
      amount,
      attempts: attempts.length,
      charges: chargesOf(state.ledger, index + 1),
      belief,
    })),
    violations: happened
      .filter(event => event.kind === 'promise.broken')
      .map(event => ({
        promise: String(event.data?.promise),
        payment: event.payment ?? '',
        eventId: event.id,
      })),
  }
}
