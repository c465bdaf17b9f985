import type { Choice } from '../../choice.ts'
import { chargeId } from '../../server/charge.ts'
import { hasJustCharged } from '../../server/crash-point.ts'
import { operationOf, type Work, workOf } from '../../server/worker.ts'
import type { State } from '../../state.ts'

/** What should happen sometimes: if it never does, the exploration has not seen what it is for. */
export interface Witness {
  readonly name: string
  /** Whether a step from one state to another shows it. */
  isSeen(before: State, choice: Choice, after: State): boolean
}

export const WITNESSES = [
  {
    name: 'a retry overlapped its original',
    isSeen: (_, __, after) => both(after, (one, other) => one.message.attempt !== other.message.attempt),
  },
  {
    name: 'a crash fell between charge and record',
    isSeen: (before, choice) => {
      const work = choice.kind === 'crash' ? workOf(before.workers[choice.worker]) : null
      if (work === null || !hasJustCharged(work) || operationOf(work).name === 'answer') return false
      // What is only staged, or declined, is no charge.
      return before.ledger.charges.some(({ id }) => id === chargeId(work.message))
    },
  },
  {
    name: 'a duplicate reached the other worker',
    isSeen: (_, __, after) => both(after, (one, other) => one.message.attempt === other.message.attempt),
  },
  {
    name: 'the client learned',
    isSeen: (_, __, after) => after.payments.some(({ belief }) => belief === 'paid'),
  },
] as const satisfies readonly Witness[]

export type WitnessName = (typeof WITNESSES)[number]['name']

function both({ workers }: State, holds: (one: Work, other: Work) => boolean): boolean {
  const [one, other] = workers.map(workOf)
  return Boolean(one && other && one.message.payment === other.message.payment && holds(one, other))
}
