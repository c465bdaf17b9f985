import { balanceOf, type Minor, type Session, type Trace } from '../../sim/index.ts'
import { endOf } from './ended.ts'

/** What came of a run. */
export interface RunRecord {
  readonly keys: 'without' | 'with'
  readonly seed: number
  /** How often Pay was pressed, and how often the client sent by itself. */
  readonly presses: number
  readonly retries: number
  readonly charges: number
  readonly balance: Minor
  /** Equal for runs with the same presses at the same times under the same luck. */
  readonly sign: string
}

/** The record of a run, judged by its trace; null where it is of neither kind: keys off, or one per payment, all through. */
export function recordOf(session: Session, trace: Trace): RunRecord | null {
  const state = endOf(trace)
  const policies = new Set(state.payments.map(({ keys }) => keys))
  const [policy] = policies
  if (policies.size !== 1 || (policy !== 'off' && policy !== 'per-payment')) return null
  const sent = trace.events.filter(({ kind }) => kind === 'attempt.sent')
  const presses = sent.filter(({ data }) => data?.by === 'person').length
  const { seed } = session.settings
  return {
    keys: policy === 'off' ? 'without' : 'with',
    seed,
    presses,
    retries: sent.length - presses,
    charges: state.ledger.charges.length,
    balance: balanceOf(state),
    sign: JSON.stringify([
      seed,
      session.inputs.filter(({ type }) => type !== 'configure').map(({ at, type }) => [at, type]),
    ]),
  }
}
