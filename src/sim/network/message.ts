import type { KeyName } from '../idempotency/record.ts'
import type { Answer } from '../server/answer.ts'
import type { Method, Payload } from '../server/request.ts'

/** `p1.a2.request` or `p1.a2.response`: payment 1, attempt 2. A duplicate's copy ends in `.2`. */
export type MessageId = string

interface Envelope {
  readonly id: MessageId
  readonly payment: number
  readonly attempt: number
  /** 1, or 2 for what the network delivered a second time, and for the answer to that. */
  readonly copy: Copy
  readonly key: KeyName | null
}

export interface RequestMessage extends Envelope {
  readonly kind: 'request'
  readonly method: Method
  readonly payload: Payload
  /** Its copy has been made: nothing is duplicated twice. */
  readonly duplicated: boolean
}

export interface ResponseMessage extends Envelope {
  readonly kind: 'response'
  readonly answer: Answer
}

export type Copy = 1 | 2

/** Something under way between client and bank. */
export type Message = RequestMessage | ResponseMessage

export function messageId(
  payment: number,
  attempt: number,
  kind: Message['kind'],
  copy: Copy = 1,
): MessageId {
  return copy === 1 ? `p${payment}.a${attempt}.${kind}` : `p${payment}.a${attempt}.${kind}.${copy}`
}

const MESSAGE_ID = /^p([1-9]\d{0,3})\.a([1-9]\d{0,2})\.(request|response)(\.2)?$/

export function isMessageId(text: unknown): text is MessageId {
  return typeof text === 'string' && MESSAGE_ID.test(text)
}
