import { PATCH_TYPES } from './patch.ts'
import type { RestMethod, RestRequest } from './request.ts'

/** A request to be sent again and again. */
export interface Sample {
  readonly id: SampleId
  /** Among the requests of its method. */
  readonly variant: string
  readonly request: RestRequest
  /** What is sent once after the others, with the same key. */
  readonly lastly?: RestRequest
}

export type SampleId =
  | 'get'
  | 'head'
  | 'options'
  | 'put'
  | 'delete'
  | 'post'
  | 'post-key'
  | 'post-key-other'
  | 'patch-merge'
  | 'patch-append'

const user = (method: RestMethod, body?: unknown, headers: RestRequest['headers'] = {}): RestRequest => ({
  method,
  path: '/users/1',
  headers,
  ...(body !== undefined && { body }),
})
const pay = (amount: number, headers: RestRequest['headers'] = {}): RestRequest => ({
  method: 'POST',
  path: '/payments',
  headers,
  body: { amount },
})
const KEY = { 'Idempotency-Key': 'uuid-123' }

/** The requests of the lab; those without a key are what the methods are judged by. */
export const SAMPLES: readonly Sample[] = [
  { id: 'get', variant: '', request: user('GET') },
  { id: 'head', variant: '', request: user('HEAD') },
  { id: 'options', variant: '', request: user('OPTIONS') },
  { id: 'put', variant: '', request: user('PUT', { name: 'Bob' }) },
  { id: 'delete', variant: '', request: user('DELETE') },
  { id: 'post', variant: 'No key', request: pay(100) },
  { id: 'post-key', variant: 'Keyed', request: pay(100, KEY) },
  { id: 'post-key-other', variant: 'Key reused', request: pay(100, KEY), lastly: pay(200, KEY) },
  {
    id: 'patch-merge',
    variant: 'Set the name',
    request: user('PATCH', { name: 'Bob' }, { 'Content-Type': PATCH_TYPES.merge }),
  },
  {
    id: 'patch-append',
    variant: 'Append a tag',
    request: user('PATCH', [{ op: 'add', path: '/tags/-', value: 'vip' }], {
      'Content-Type': PATCH_TYPES.steps,
    }),
  },
]

/** A sample by its id. */
export function sampleOf(id: SampleId): Sample {
  const found = SAMPLES.find(sample => sample.id === id)
  if (!found) throw new Error(`There is no sample ${id}.`)
  return found
}
