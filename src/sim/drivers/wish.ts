import type { Choice } from '../choice.ts'
import { backoffMs } from '../client/retry.ts'
import type { Draws } from '../draw.ts'
import { fateOf, isDuplicated } from '../network/fate.ts'
import type { Message } from '../network/message.ts'
import type { WorldSettings } from '../state.ts'
import type { Plan } from './schedule.ts'

/** A choice to be taken later. A wish, not a promise: it is skipped when it may no longer happen. */
export interface Wish {
  readonly afterMs: number
  readonly choice: Choice
}

/** The wishes of a plan, its chance drawn. */
export function wishesOf(
  plan: Exclude<Plan, { kind: 'hold' }>,
  settings: WorldSettings,
  draws: Draws,
): Wish[] {
  switch (plan.kind) {
    case 'choice':
      return [plan]
    case 'travel':
      return travel(plan.message, settings, draws)
    case 'retry': {
      const { payment, attempt } = plan
      const backoff = backoffMs(settings, attempt, draws('jitter', payment, attempt))
      const choice: Choice = { kind: 'retry', by: 'client', payment, attempt: attempt + 1 }
      return [{ afterMs: backoff, choice }]
    }
  }
}

function travel(message: Message, settings: WorldSettings, draws: Draws): Wish[] {
  const { end, afterMs } = fateOf(message, settings, draws)
  const { id } = message
  if (end === 'lost') return [{ afterMs, choice: { kind: 'lose', message: id, by: 'network' } }]
  const arrives: Wish = { afterMs, choice: { kind: end === 'refused' ? 'refuse' : 'deliver', message: id } }
  if (!isDuplicated(message, settings, draws)) return [arrives]
  return [arrives, { afterMs: 0, choice: { kind: 'duplicate', message: id } }]
}
