import type { Reply, RestRequest } from './request.ts'
import { type Resources, STARTS, tagOf } from './resources.ts'
import { serve } from './serve.ts'

/** A request that has arrived, its answer, and what user 1 is called after it. */
export interface Arrival {
  readonly what: 'first' | 'second' | 'duplicate'
  readonly request: RestRequest
  readonly reply: Reply
  readonly name: string
}

/** When the copy of the first PUT arrives: before the second PUT or after it. */
export type Lateness = 'at-once' | 'late'

const put = (name: string, tag: string | undefined): RestRequest => ({
  method: 'PUT',
  path: '/users/1',
  headers: tag === undefined ? {} : { 'If-Match': tag },
  body: { name },
})

/**
 * A client puts Bob, then Alice; the network has copied the first request. With `ifMatch` each PUT names the version the
 * client last saw: the copy, being a copy, names the same as the first.
 */
export function deliverPuts(lateness: Lateness, ifMatch: boolean): Arrival[] {
  let state: Resources = STARTS.user
  let seen = ifMatch && state.users[1] ? tagOf(state.users[1]) : undefined
  const bob = put('Bob', seen)
  const arrivals: Arrival[] = []
  const arrive = (what: Arrival['what'], request: RestRequest) => {
    const served = serve(state, request)
    state = served.state
    arrivals.push({ what, request, reply: served.reply, name: String(state.users[1]?.value.name) })
    return served.reply
  }
  const answer = arrive('first', bob)
  if (ifMatch) seen = answer.headers.ETag
  if (lateness === 'at-once') arrive('duplicate', bob)
  arrive('second', put('Alice', seen))
  if (lateness === 'late') arrive('duplicate', bob)
  return arrivals
}
