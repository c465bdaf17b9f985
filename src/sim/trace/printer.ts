import { drawWord } from '../draw.ts'
import type { HttpRequest, HttpResponse } from '../event.ts'
import { KEY_LENGTH, type KeyName } from '../idempotency/record.ts'
import type { RequestMessage, ResponseMessage } from '../network/message.ts'
import { PAYMENTS } from '../server/request.ts'

/** Prints what the world only names: keys as UUIDs, messages as HTTP. */
export interface Printer {
  uuid(key: KeyName): string
  request(message: RequestMessage): HttpRequest
  response(message: ResponseMessage): HttpResponse
}

export function printerOf(seed: number): Printer {
  const uuids = new Map<KeyName, string>()
  const uuid = (key: KeyName): string => {
    const known = uuids.get(key)
    if (known !== undefined) return known
    const made = isUuid(key) ? uuidOf(seed, key) : key
    uuids.set(key, made)
    return made
  }
  return {
    uuid,
    request: message => ({
      method: message.method,
      path: PAYMENTS.path,
      // The draft (draft-ietf-httpapi-idempotency-key-header) quotes the value; most deployed APIs take the bare token.
      headers:
        message.key === null
          ? { 'Content-Type': 'application/json' }
          : { 'Content-Type': 'application/json', 'Idempotency-Key': uuid(message.key) },
      body: message.payload,
    }),
    response: ({ answer }) => ({ status: answer.status, headers: answer.headers, body: answer.body }),
  }
}

/** A client with a bug may send what is no UUID at all; that is printed as it is. */
function isUuid(key: KeyName): boolean {
  return key.length >= KEY_LENGTH.min && key.length <= KEY_LENGTH.max
}

/** A version 4 UUID (RFC 9562) from the keyed draws, so that runs repeat. */
function uuidOf(seed: number, key: KeyName): string {
  const subject = key.slice(1).split('.').filter(Boolean).map(Number)
  const purpose =
    (['uuidOfSession', 'uuidOfPayment', 'uuidOfAttempt'] as const)[subject.length] ?? 'uuidOfAttempt'
  const word = (index: number) => drawWord(seed, purpose, ...subject, index)
  const [a, b, c, d] = [
    hex(word(0)),
    hex(((word(1) & 0xffff0fff) | 0x4000) >>> 0),
    hex(((word(2) & 0x3fffffff) | 0x80000000) >>> 0),
    hex(word(3)),
  ]
  return `${a}-${b.slice(0, 4)}-${b.slice(4)}-${c.slice(0, 4)}-${c.slice(4)}${d}`
}

function hex(word: number): string {
  return word.toString(16).padStart(8, '0')
}
