import type { FrameMessage } from '../embed/host/messages.ts'
import { field } from './frame-message.ts'

/** An event kind of the simulator has a dot, so that none can be taken for an event of the page such as `click`. */
const KIND = /^[a-z]+\.[a-zA-Z]+$/

/** Higher than any page: what says so is no height. */
const HIGHEST_PX = 100_000

/**
 * Tells what the frame told as events of an element: by the message's name, and an event of the simulator by its kind as
 * well. They do not bubble: the window has a `resize` of its own.
 */
export function tell(element: Element, type: FrameMessage['type'], payload: unknown): void {
  const kind = type === 'event' ? field(payload, 'kind') : undefined
  element.dispatchEvent(new CustomEvent(type, { detail: payload }))
  if (typeof kind === 'string' && KIND.test(kind))
    element.dispatchEvent(new CustomEvent(kind, { detail: payload }))
}

/** The height a frame asks for; undefined where it asks for none that could be. */
export function heightIn(payload: unknown): number | undefined {
  const height = field(payload, 'height')
  return typeof height === 'number' && height > 0 && height <= HIGHEST_PX ? height : undefined
}
