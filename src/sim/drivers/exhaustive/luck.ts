import type { Choice } from '../../choice.ts'
import { workOf } from '../../server/worker.ts'
import type { State } from '../../state.ts'

/** The kinds of bad luck: what the network, the bank or impatience may add to a run in which all goes well. */
export const LUCKS = [
  'loss',
  'late',
  'press',
  'duplicate',
  'crash',
  'lease',
  'record',
  'failure',
  'refusal',
] as const

export type Luck = (typeof LUCKS)[number]

/** Which bad luck a choice is; null for what belongs to every run. */
export function luckOf(state: State, choice: Choice): Luck | null {
  switch (choice.kind) {
    case 'lose':
      return 'loss'
    case 'timeout':
      // Given up while its answer may still come: the network or the bank was slow.
      return isUnderWay(state, choice.payment, choice.attempt) ? 'late' : null
    case 'retry':
      return state.payments[choice.payment - 1]?.belief === 'waiting' ? 'press' : null
    case 'duplicate':
    case 'crash':
      return choice.kind
    case 'expire':
      return state.store[choice.record]?.life === 'lease' ? 'lease' : 'record'
    case 'fail':
      return 'failure'
    case 'refuse':
      return 'refusal'
    default:
      return null
  }
}

/** Whether anything of an attempt is on a wire, in the inbox or in a worker. */
function isUnderWay({ wires, inbox, workers }: State, payment: number, attempt: number): boolean {
  const isOf = (message: { payment: number; attempt: number } | undefined) =>
    message?.payment === payment && message.attempt === attempt
  return wires.some(isOf) || inbox.some(isOf) || workers.some(worker => isOf(workOf(worker)?.message))
}
