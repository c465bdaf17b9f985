import type { Choice } from '../../choice.ts'
import { choices } from '../../choices.ts'
import type { State } from '../../state.ts'
import type { Bounds } from './bounds.ts'
import { type Luck, luckOf } from './luck.ts'

/** One thing that may happen next, if there is luck left for it. */
export interface Move {
  readonly choice: Choice
  readonly luck: Luck | null
}

/** All that may happen next in an exploration, in a stable order; nothing at an end. */
export function movesFrom(state: State, bounds: Bounds): Move[] {
  const moves: Move[] = []
  for (const choice of choices(state)) {
    if (!isExplored(state, choice, bounds)) continue
    const luck = luckOf(state, choice)
    if (luck === null || bounds[luck] !== 0) moves.push({ choice, luck })
  }
  return moves
}

/**
 * One payment is explored, by a person. Left out is what gives the same states: a retry by the client, a loss by hand,
 * and a pause, which is only a worker that is not stepped for a while.
 */
function isExplored({ payments }: State, choice: Choice, { attempts }: Bounds): boolean {
  switch (choice.kind) {
    case 'pay':
      return payments.length === 0
    case 'retry':
      return choice.by === 'person' && choice.attempt <= attempts
    case 'lose':
      return choice.by === 'network'
    case 'newPayment':
    case 'configure':
    case 'pause':
    case 'resume':
      return false
    default:
      return true
  }
}
