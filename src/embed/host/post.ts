import type { FrameMessage, MessageId } from './messages.ts'

/** Says something to the host; false where it could not be said. */
export type Post = (type: FrameMessage['type'], payload: unknown, id?: MessageId) => boolean

/** Speaks to the host as section 4 of the contract has it. An opaque origin has no name that could be addressed. */
export function postTo(origin: string): Post {
  return (type, payload, id) => {
    const message: FrameMessage = {
      source: 'double-charge-simulator',
      v: 1,
      type,
      ...(id !== undefined && { id }),
      payload,
    }
    return sayToHost(message, origin === 'null' ? '*' : origin)
  }
}

/** What cannot be cloned, or a host that is gone, must not stop the page. */
export function sayToHost(message: unknown, origin = '*'): boolean {
  try {
    window.parent.postMessage(message, origin)
    return true
  } catch {
    return false
  }
}
