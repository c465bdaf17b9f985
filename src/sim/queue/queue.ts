/**
 * One message in a queue that delivers at least once, and two consumers. Facts: Amazon SQS Developer Guide, "Visibility
 * timeout" and "At-least-once delivery".
 */

/** Where a consumer notes which messages it has worked off. */
export type Dedup = 'none' | 'after' | 'before' | 'together'

/** How far a consumer is with a delivery. `new` and `noted`: it has looked the id up, or noted it, and not charged yet. */
type Stage = 'received' | 'new' | 'noted' | 'charged' | 'done'

interface Consumer {
  /** Which delivery it works on; its receipt. */
  readonly delivery: number
  readonly stage: Stage
}

export type ConsumerName = 'A' | 'B'

export interface QueueState {
  readonly dedup: Dedup
  readonly place: 'waiting' | 'in-flight' | 'deleted'
  /** How often the message has been delivered. */
  readonly deliveries: number
  readonly consumers: Readonly<Record<ConsumerName, Consumer | null>>
  /** The delivery that each charge was made in: the ledger. */
  readonly charges: readonly number[]
  /** Whether the message's id is noted in the consumers' table. */
  readonly isNoted: boolean
}

export type QueueChoice =
  | { readonly kind: 'deliver' | 'work' | 'crash' | 'acknowledge' | 'lose'; readonly consumer: ConsumerName }
  | { readonly kind: 'time-out' }

/** At the last of so many deliveries nothing goes wrong any more: a lab comes to an end. */
export const MAX_DELIVERIES = 6

const CONSUMERS = ['A', 'B'] as const

export function openQueue(dedup: Dedup): QueueState {
  return {
    dedup,
    place: 'waiting',
    deliveries: 0,
    consumers: { A: null, B: null },
    charges: [],
    isNoted: false,
  }
}

/** What may happen next. The message is deleted and nobody works: nothing. */
export function queueChoices(state: QueueState): QueueChoice[] {
  const choices: QueueChoice[] = []
  const free = CONSUMERS.find(name => state.consumers[name] === null)
  if (state.place === 'waiting' && free) choices.push({ kind: 'deliver', consumer: free })
  for (const consumer of CONSUMERS) {
    const at = state.consumers[consumer]
    if (!at) continue
    const mayFail = at.delivery < MAX_DELIVERIES
    choices.push({ kind: at.stage === 'done' ? 'acknowledge' : 'work', consumer })
    if (mayFail && at.stage === 'done') choices.push({ kind: 'lose', consumer })
    if (mayFail) choices.push({ kind: 'crash', consumer })
  }
  if (state.place === 'in-flight' && state.deliveries < MAX_DELIVERIES) choices.push({ kind: 'time-out' })
  return choices
}

/** The state after a choice; null for one that may not happen. */
export function applyToQueue(state: QueueState, choice: QueueChoice): QueueState | null {
  if (!queueChoices(state).some(each => isSameChoice(each, choice))) return null
  if (choice.kind === 'time-out') return { ...state, place: 'waiting' }
  const { consumer } = choice
  const at = state.consumers[consumer]
  if (choice.kind === 'deliver') {
    const delivery = state.deliveries + 1
    const taken = withConsumer(state, consumer, { delivery, stage: 'received' })
    return { ...taken, place: 'in-flight', deliveries: delivery }
  }
  if (!at) return null
  if (choice.kind === 'work') return work(state, consumer, at)
  const left = withConsumer(state, consumer, null)
  // The receipt of an older delivery deletes nothing: the message has been handed to another consumer since.
  const deletes = choice.kind === 'acknowledge' && at.delivery === state.deliveries
  return deletes ? { ...left, place: 'deleted' } : left
}

/** The next thing a consumer does with its delivery. */
function work(state: QueueState, consumer: ConsumerName, { delivery, stage }: Consumer): QueueState {
  const to = (next: Stage, change: Partial<QueueState> = {}) =>
    withConsumer({ ...state, ...change }, consumer, { delivery, stage: next })
  const charged = { charges: [...state.charges, delivery] }
  const noted = { isNoted: true }
  if (stage === 'charged') return to('done', noted)
  if (stage === 'noted') return to('done', charged)
  if (stage === 'new') return to('charged', charged)
  if (state.dedup === 'none') return to('done', charged)
  if (state.isNoted) return to('done')
  if (state.dedup === 'after') return to('new')
  return state.dedup === 'before' ? to('noted', noted) : to('done', { ...charged, ...noted })
}

function withConsumer(state: QueueState, name: ConsumerName, consumer: Consumer | null): QueueState {
  return { ...state, consumers: { ...state.consumers, [name]: consumer } }
}

function isSameChoice(one: QueueChoice, other: QueueChoice): boolean {
  const consumerOf = (choice: QueueChoice) => (choice.kind === 'time-out' ? '' : choice.consumer)
  return one.kind === other.kind && consumerOf(one) === consumerOf(other)
}

/** Whether nothing can happen any more. */
export function isSettled(state: QueueState): boolean {
  return state.place === 'deleted' && CONSUMERS.every(name => state.consumers[name] === null)
}

/** Promise: meant once, charged at most once. */
export function isAtMostOnce({ charges }: QueueState): boolean {
  return charges.length <= 1
}

/** Promise: at the end the work was done. */
export function isNotLost(state: QueueState): boolean {
  return !isSettled(state) || state.charges.length > 0
}
