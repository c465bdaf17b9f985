import type { KeyName } from '../idempotency/record.ts'
import type { Answer } from '../server/answer.ts'
import type { Payload } from '../server/request.ts'

/** `p1.a2.request` or `p1.a2.response`: payment 1, attempt 2. */
export type MessageId = string

export interface RequestMessage {
  readonly id: MessageId
  readonly kind: 'request'
  readonly payment: number
  readonly attempt: number
  readonly key: KeyName | null
  readonly payload: Payload
}

export interface ResponseMessage {
  readonly id: MessageId
  readonly kind: 'response'
  readonly payment: number
  readonly attempt: number
  readonly key: KeyName | null
  readonly answer: Answer
}

/** Something under way between client and bank. */
export type Message = RequestMessage | ResponseMessage

export function messageId(payment: number, attempt: number, kind: Message['kind']): MessageId {
  return `p${payment}.a${attempt}.${kind}`
}

const MESSAGE_ID = /^p([1-9]\d{0,3})\.a([1-9]\d{0,2})\.(request|response)$/

export function isMessageId(text: unknown): text is MessageId {
  return typeof text === 'string' && MESSAGE_ID.test(text)
}
