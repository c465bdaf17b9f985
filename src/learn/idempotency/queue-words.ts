import {
  applyToQueue,
  type ConsumerName,
  type Dedup,
  type QueueChoice,
  type QueueState,
  type QueueStep,
} from '../../sim/index.ts'

/** Where the consumer notes the id of what it has worked off. */
export const DEDUPS: readonly { readonly value: Dedup; readonly label: string }[] = [
  { value: 'none', label: 'Nowhere' },
  { value: 'after', label: 'After charging' },
  { value: 'before', label: 'Before charging' },
  { value: 'together', label: 'In one transaction' },
]

/** A choice in words, with what comes of it. */
export function choiceInWords(choice: QueueChoice, state: QueueState): string {
  switch (choice.kind) {
    case 'time-out':
      return 'The visibility timeout runs out'
    case 'deliver':
      return `Deliver to ${choice.consumer}`
    case 'work':
      return `${choice.consumer} ${workInWords(choice.consumer, state)}`
    case 'acknowledge':
      return `${choice.consumer} acknowledges`
    case 'lose':
      return `${choice.consumer}’s acknowledgement is lost`
    case 'crash':
      return `${choice.consumer} crashes`
  }
}

/** What a consumer does with its next step: told from what that step changes. */
function workInWords(consumer: ConsumerName, before: QueueState): string {
  const after = applyToQueue(before, { kind: 'work', consumer })
  if (!after) return 'works'
  const charges = after.charges.length > before.charges.length
  const notes = after.isNoted && !before.isNoted
  if (charges && notes) return 'charges and notes the id, in one transaction'
  if (charges) return 'charges the card'
  if (notes) return 'notes the id'
  if (after.consumers[consumer]?.stage === 'done')
    return before.consumers[consumer]?.stage === 'charged'
      ? 'notes the id, which is there'
      : 'finds the id: it has been done'
  return 'looks the id up: not there'
}

/** What has happened, as the list of steps says it, with what follows from it. */
export function stepInWords({ choice, before, state }: QueueStep): string {
  const words = choiceInWords(choice, before)
  switch (choice.kind) {
    case 'time-out':
      return `${words}: the queue will deliver it again.`
    case 'deliver':
      return `${words}, the ${ordinal(state.deliveries)} time.`
    case 'acknowledge':
      return state.place === 'deleted' && before.place !== 'deleted'
        ? `${words}: the queue deletes the message.`
        : `${words} an older delivery: that deletes nothing.`
    case 'crash':
      return `${words}: the queue hears nothing.`
    case 'lose':
      return `${words}: the queue does not know that it is done.`
    case 'work':
      return state.charges.length > 1 && state.charges.length > before.charges.length
        ? `${words}: ${often('charged', state.charges.length)}.`
        : `${words}.`
  }
}

const ordinal = (count: number) =>
  ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'][count - 1] ?? `${count}th`

/** How often something was done: "not charged", "charged twice", "charged 3 times". */
export function often(done: 'charged' | 'delivered', count: number): string {
  return count === 0 ? `not ${done}` : `${done} ${['', 'once', 'twice'][count] ?? `${count} times`}`
}

/** "Delivered twice, charged once, meant once." */
export function toldOf({ deliveries, charges }: QueueState): string {
  const delivered = often('delivered', deliveries)
  return `${delivered.charAt(0).toUpperCase()}${delivered.slice(1)}, ${often('charged', charges.length)}, meant once.`
}
