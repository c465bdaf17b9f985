import { KEY_LENGTH } from '../idempotency/record.ts'
import type { RequestMessage } from '../network/message.ts'
import { type Answer, badRequest } from './answer.ts'
import { isGuarded } from './request.ts'

/**
 * What is looked at before a handler: the form of the key, and whether there is one where the bank requires it.
 * Null for a good form, else the 400 (draft-ietf-httpapi-idempotency-key-header, work in progress, section 2.7).
 */
export function checkForm(
  { method, key }: Pick<RequestMessage, 'method' | 'key'>,
  keyRequired: boolean,
): Answer | null {
  if (!isGuarded(method)) return null
  if (key === null) {
    return keyRequired ? badRequest('key_required', 'This request needs an Idempotency-Key.') : null
  }
  if (key.length >= KEY_LENGTH.min && key.length <= KEY_LENGTH.max) return null
  const range = `${KEY_LENGTH.min} to ${KEY_LENGTH.max} characters`
  return badRequest('key_malformed', `An Idempotency-Key has ${range}, this one has ${key.length}.`)
}
