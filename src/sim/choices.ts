import type { Choice, WorkerChoice } from './choice.ts'
import { openPayment, type State } from './state.ts'
import { enabled } from './world.ts'

/** In the order in which they are listed. */
export const WORKER_CHOICES: readonly WorkerChoice[] = ['step', 'crash', 'restart', 'pause', 'resume', 'fail']

/** All that may happen now, in a stable order. `configure` stands for any change of settings, `pay` for any amount. */
export function choices(state: State): Choice[] {
  const payment = openPayment(state)
  const newest = payment ? (state.payments[payment - 1]?.attempts.length ?? 0) : 0
  const candidates: Choice[] = [
    { kind: 'pay', amount: state.settings.amount },
    { kind: 'retry', by: 'person', payment, attempt: newest + 1 },
    { kind: 'retry', by: 'client', payment, attempt: newest + 1 },
    { kind: 'newPayment' },
    { kind: 'timeout', payment, attempt: newest },
    ...state.wires.flatMap(({ id }): Choice[] => [
      { kind: 'deliver', message: id },
      { kind: 'lose', message: id, by: 'network' },
      { kind: 'lose', message: id, by: 'person' },
      { kind: 'duplicate', message: id },
      { kind: 'refuse', message: id },
    ]),
    ...state.workers.flatMap((_, worker) => WORKER_CHOICES.map((kind): Choice => ({ kind, worker }))),
    ...Object.keys(state.store).map((record): Choice => ({ kind: 'expire', record })),
    { kind: 'configure', settings: {} },
  ]
  return candidates.filter(choice => enabled(state, choice))
}
