import { canonicalJson } from '../idempotency/canonical.ts'
import { patched } from './patch.ts'
import { problem, type Reply, type RestRequest, type Served } from './request.ts'
import { type Representation, type Resources, tagOf, withoutUser, withUser } from './resources.ts'

const JSON_TYPE = { 'Content-Type': 'application/json' } as const

/** A small API that keeps what HTTP promises of its methods (RFC 9110, section 9; RFC 5789 for PATCH). */
export function serve(state: Resources, request: RestRequest): Served<Resources> {
  const key = request.headers['Idempotency-Key']
  const isGuarded = request.method === 'POST' || request.method === 'PATCH'
  return key !== undefined && isGuarded ? serveOnce(state, request, key) : serveMethod(state, request)
}

/** With a key the first answer is saved in the same step as the effect, and later ones are that answer. */
function serveOnce(state: Resources, request: RestRequest, key: string): Served<Resources> {
  const payload = canonicalJson([request.method, request.path, request.body])
  const seen = state.saved[key]
  if (!seen) {
    const { state: after, reply } = serveMethod(state, request)
    return { state: { ...after, saved: { ...after.saved, [key]: { payload, reply } } }, reply }
  }
  if (seen.payload !== payload)
    return { state, reply: problem(422, 'This key came with another payload before.') }
  return {
    state,
    reply: { ...seen.reply, headers: { ...seen.reply.headers, 'Idempotent-Replayed': 'true' } },
  }
}

function serveMethod(state: Resources, request: RestRequest): Served<Resources> {
  const id = /^\/users\/(\w+)$/.exec(request.path)?.[1]
  if (id !== undefined) return serveUser(state, request, id)
  if (request.path === '/payments') return servePayments(state, request)
  return { state, reply: problem(404, `There is nothing at ${request.path}.`) }
}

function serveUser(state: Resources, request: RestRequest, id: string): Served<Resources> {
  const { method, headers, body } = request
  const user = state.users[id]
  if (method === 'OPTIONS') return { state, reply: allowed('GET, HEAD, PUT, DELETE, PATCH, OPTIONS') }
  if (method === 'POST') return { state, reply: problem(405, 'A user is put, not posted.') }
  // RFC 9110, section 13.1.1: what changed since the client saw it is not overwritten.
  const expected = headers['If-Match']
  if (expected !== undefined && (user === undefined || tagOf(user) !== expected))
    return { state, reply: problem(412, 'It is no longer as the client saw it.', etagOf(state, id)) }
  if (method === 'PUT') return put(state, id, body)
  if (!user) return { state, reply: problem(404, `There is no user ${id}.`) }
  if (method === 'DELETE') return { state: withoutUser(state, id), reply: { status: 204, headers: {} } }
  if (method === 'PATCH') {
    const value = patched(user.value, headers['Content-Type'], body)
    return value
      ? stored(200, withUser(state, id, value), id)
      : { state, reply: problem(422, 'No such patch.') }
  }
  const { reply } = stored(200, state, id)
  return { state, reply: method === 'HEAD' ? { status: 200, headers: reply.headers } : reply }
}

/** PUT replaces the whole: 201 where it made a user, else 200. */
function put(state: Resources, id: string, body: unknown): Served<Resources> {
  if (typeof body !== 'object' || body === null) return { state, reply: problem(400, 'A user is an object.') }
  return stored(state.users[id] ? 200 : 201, withUser(state, id, body as Representation), id)
}

function stored(status: number, state: Resources, id: string): Served<Resources> {
  return {
    state,
    reply: { status, headers: { ...JSON_TYPE, ...etagOf(state, id) }, body: state.users[id]?.value },
  }
}

function etagOf(state: Resources, id: string): Reply['headers'] {
  const user = state.users[id]
  return user ? { ETag: tagOf(user) } : {}
}

function allowed(methods: string): Reply {
  return { status: 204, headers: { Allow: methods } }
}

function servePayments(state: Resources, { method, body }: RestRequest): Served<Resources> {
  if (method === 'OPTIONS') return { state, reply: allowed('GET, HEAD, POST, OPTIONS') }
  if (method === 'GET') return { state, reply: { status: 200, headers: JSON_TYPE, body: state.payments } }
  if (method === 'HEAD') return { state, reply: { status: 200, headers: JSON_TYPE } }
  if (method !== 'POST') return { state, reply: problem(405, 'Payments are posted.') }
  const amount = Number((body as { amount?: unknown } | null | undefined)?.amount)
  if (!(amount > 0)) return { state, reply: problem(400, 'A payment has an amount.') }
  const payment = { id: `p${state.payments.length + 1}`, amount }
  const headers = { ...JSON_TYPE, Location: `/payments/${payment.id}` }
  return {
    state: { ...state, payments: [...state.payments, payment] },
    reply: { status: 201, headers, body: payment },
  }
}
