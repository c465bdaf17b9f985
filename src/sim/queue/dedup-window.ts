/**
 * A FIFO queue that drops copies for five minutes. Facts: Amazon SQS Developer Guide, "Exactly-once processing in Amazon
 * SQS": a message with a deduplication id that was accepted within the interval is accepted and not delivered.
 */

/** The deduplication interval; it begins with the message that was delivered. */
export const WINDOW_MINUTES = 5

export interface WindowState {
  readonly minute: number
  /** When a message with this id was last let through. */
  readonly letThroughAt: Readonly<Record<string, number>>
  /** What the consumer gets, in order. */
  readonly delivered: readonly { readonly id: string; readonly minute: number }[]
}

export type WindowChoice =
  | { readonly kind: 'send'; readonly id: string }
  | { readonly kind: 'wait'; readonly minutes: number }

/** How long a lab lasts, and how much it delivers. */
const MAX = { minute: 60, delivered: 12 } as const

export function openWindow(): WindowState {
  return { minute: 0, letThroughAt: {}, delivered: [] }
}

/** The state after a choice, and whether what was sent will be delivered; null beyond the lab's limits. */
export function applyToWindow(
  state: WindowState,
  choice: WindowChoice,
): { state: WindowState; isDelivered: boolean } | null {
  if (choice.kind === 'wait') {
    const minute = state.minute + choice.minutes
    return minute > MAX.minute ? null : { state: { ...state, minute }, isDelivered: false }
  }
  const { id } = choice
  const { minute, letThroughAt, delivered } = state
  const since = letThroughAt[id]
  if (since !== undefined && minute - since < WINDOW_MINUTES) return { state, isDelivered: false }
  if (delivered.length >= MAX.delivered) return null
  return {
    state: {
      minute,
      letThroughAt: { ...letThroughAt, [id]: minute },
      delivered: [...delivered, { id, minute }],
    },
    isDelivered: true,
  }
}
