import {
  applyToQueue,
  type ConsumerName,
  type Dedup,
  MAX_DELIVERIES,
  type QueueChoice,
  type QueueState,
} from '../../sim/index.ts'
import { choiceInWords } from './queue-words.ts'

/** A choice at a place that it keeps, whether it may be made now or not. */
export interface QueueMove {
  readonly words: string
  readonly choice: QueueChoice
  readonly may: boolean
  /** Why it cannot be made now, where it cannot. */
  readonly reason: string
}

/** The moves of the queue or of a consumer. */
export interface QueueMoves {
  readonly of: string
  readonly moves: readonly QueueMove[]
}

type Stage = NonNullable<QueueState['consumers']['A']>['stage']

/** The steps of a consumer's work, each with the stage it begins at; named so that they hold also where the id is there already. */
const WORK: Readonly<Record<Dedup, readonly { readonly at: Stage; readonly words: string }[]>> = {
  none: [{ at: 'received', words: 'charges the card' }],
  after: [
    { at: 'received', words: 'looks the id up' },
    { at: 'new', words: 'charges the card' },
    { at: 'charged', words: 'notes the id' },
  ],
  before: [
    { at: 'received', words: 'notes the id, if new' },
    { at: 'noted', words: 'charges the card' },
  ],
  together: [{ at: 'received', words: 'charges and notes it, if new' }],
}

/** All moves there are with this way to note ids, in an order that never changes; every choice is one that may be made. */
export function movesOf(state: QueueState): readonly QueueMoves[] {
  const move = (choice: QueueChoice, words = choiceInWords(choice, state), isHere = true): QueueMove => ({
    words,
    choice,
    may: isHere && applyToQueue(state, choice) !== null,
    reason: reasonAgainst(choice, state),
  })
  const ofConsumer = (consumer: ConsumerName): QueueMoves => ({
    of: `Consumer ${consumer}`,
    moves: [
      ...WORK[state.dedup].map(({ at, words }) =>
        move({ kind: 'work', consumer }, `${consumer} ${words}`, state.consumers[consumer]?.stage === at),
      ),
      ...(['acknowledge', 'lose', 'crash'] as const).map(kind => move({ kind, consumer })),
    ],
  })
  const ofQueue: QueueMoves = {
    of: 'The queue',
    moves: [
      move({ kind: 'deliver', consumer: 'A' }),
      move({ kind: 'deliver', consumer: 'B' }),
      move({ kind: 'time-out' }),
    ],
  }
  return [ofQueue, ofConsumer('A'), ofConsumer('B')]
}

/** Why a choice cannot be made now; whether it can be made is not asked here. */
function reasonAgainst(choice: QueueChoice, { place, deliveries, consumers }: QueueState): string {
  const isLast = deliveries >= MAX_DELIVERIES
  if (choice.kind === 'deliver' || choice.kind === 'time-out') {
    if (place === 'deleted') return 'The message is gone.'
    if (choice.kind === 'time-out')
      return isLast && place === 'in-flight' ? LAST : 'Only what has been delivered can time out.'
    if (place === 'in-flight') return 'The message is invisible: it has been delivered.'
    return consumers[choice.consumer] ? `${choice.consumer} is at work.` : 'A is free, and comes first.'
  }
  const { consumer } = choice
  if (!consumers[consumer]) return `${consumer} has no message.`
  if (choice.kind === 'work') return `${consumer} is not at this step.`
  const mayFail = consumers[consumer].delivery < MAX_DELIVERIES
  if (choice.kind === 'crash' || (choice.kind === 'lose' && !mayFail && consumers[consumer].stage === 'done'))
    return LAST
  return `${consumer} has not done its work yet.`
}

const LAST = 'At the last delivery nothing goes wrong any more.'
