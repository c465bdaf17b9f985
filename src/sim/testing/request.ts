import type { RequestMessage } from '../network/message.ts'
import { DEFAULT_SETTINGS } from '../scenario.ts'
import { payloadOf } from '../server/request.ts'
import { openingState, type State, type WorldSettings } from '../state.ts'

/** The first request of the first payment, with the key of its payment, made by hand. */
export function request(fields: Partial<RequestMessage> = {}): RequestMessage {
  return {
    id: 'p1.a1.request',
    kind: 'request',
    payment: 1,
    attempt: 1,
    copy: 1,
    key: 'k1',
    method: 'POST',
    payload: payloadOf(10_000, 'ok'),
    duplicated: false,
    ...fields,
  }
}

/** A world in which nothing has happened yet. */
export function opening(settings: Partial<WorldSettings> = {}): State {
  const { seed: _, ...world } = DEFAULT_SETTINGS
  return openingState({ ...world, ...settings })
}
