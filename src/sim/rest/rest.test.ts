import { describe, expect, it } from 'vitest'
import { judge } from './judge.ts'
import { deliverPuts } from './late-duplicate.ts'
import { PATCH_TYPES } from './patch.ts'
import type { RestMethod, RestRequest } from './request.ts'
import { STARTS, type Start } from './resources.ts'
import { SAMPLES, type SampleId } from './samples.ts'
import { serve } from './serve.ts'
import { effectOf, tryTimes } from './trial.ts'

const statuses = (sample: SampleId, start: Start = 'user', times = 10) =>
  tryTimes(sample, start, times).replies.map(({ status }) => status)

const times = (n: number, status: number) => Array.from({ length: n }, () => status)

describe('a request sent ten times', () => {
  it.each<[SampleId, Start, number[]]>([
    ['get', 'user', times(10, 200)],
    ['get', 'nobody', times(10, 404)],
    ['head', 'user', times(10, 200)],
    ['options', 'user', times(10, 204)],
    ['put', 'user', times(10, 200)],
    ['put', 'nobody', [201, ...times(9, 200)]],
    ['delete', 'user', [204, ...times(9, 404)]],
    ['delete', 'nobody', times(10, 404)],
    ['post', 'user', times(10, 201)],
    ['post-key', 'user', times(10, 201)],
    ['post-key-other', 'user', [...times(10, 201), 422]],
    ['patch-merge', 'user', times(10, 200)],
    ['patch-append', 'user', times(10, 200)],
    ['patch-append', 'nobody', times(10, 404)],
  ])('%s, from %s, is answered so', (sample, start, expected) => {
    expect(statuses(sample, start)).toEqual(expected)
  })

  it('PUT leaves Bob, whole: the tag that was not put is gone', () => {
    const { afterOne, afterAll } = tryTimes('put', 'user', 10)
    expect(afterAll.users[1]).toEqual({ value: { name: 'Bob' }, version: 2 })
    expect(afterOne).toEqual(afterAll)
  })

  it('a merge patch leaves Bob with his tag', () => {
    expect(tryTimes('patch-merge', 'user', 10).afterAll.users[1]?.value).toEqual({
      name: 'Bob',
      tags: ['new'],
    })
  })

  it('an appending patch appends each time', () => {
    expect(tryTimes('patch-append', 'user', 3).afterAll.users[1]?.value.tags).toEqual([
      'new',
      'vip',
      'vip',
      'vip',
    ])
  })

  it('POST makes ten payments, and one with a key', () => {
    expect(tryTimes('post', 'user', 10).afterAll.payments).toHaveLength(10)
    const keyed = tryTimes('post-key', 'user', 10)
    expect(keyed.afterAll.payments).toEqual([{ id: 'p1', amount: 100 }])
    expect(keyed.replies.map(({ headers }) => headers['Idempotent-Replayed'] ?? 'no')).toEqual([
      'no',
      ...Array.from({ length: 9 }, () => 'true'),
    ])
    expect(new Set(keyed.replies.map(({ body }) => JSON.stringify(body))).size).toBe(1)
  })

  it('has the effect that it has', () => {
    const effects = SAMPLES.map(({ id }) => [id, effectOf(tryTimes(id, 'user', 10))])
    expect(Object.fromEntries(effects)).toEqual({
      get: 'none',
      head: 'none',
      options: 'none',
      put: 'once',
      delete: 'once',
      post: 'again',
      'post-key': 'once',
      'post-key-other': 'once',
      'patch-merge': 'once',
      'patch-append': 'again',
    })
  })
})

it('judges each method as RFC 9110 and RFC 5789 say', () => {
  const methods: RestMethod[] = ['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE', 'POST', 'PATCH']
  const found = methods.map(method => [
    method,
    judge(method, 'safe').holds,
    judge(method, 'idempotent').holds,
  ])
  expect(found).toEqual([
    ['GET', true, true],
    ['HEAD', true, true],
    ['OPTIONS', true, true],
    ['PUT', false, true],
    ['DELETE', false, true],
    ['POST', false, false],
    ['PATCH', false, false],
  ])
  expect(judge('PATCH', 'idempotent').trial.sample).toBe('patch-append')
  expect(judge('DELETE', 'idempotent').trial.start).toBe('user')
})

describe('a copy of PUT Bob', () => {
  const told = (...given: Parameters<typeof deliverPuts>) =>
    deliverPuts(...given).map(({ what, reply, name }) => `${what} ${reply.status} ${name}`)
  it('that comes at once does nothing', () => {
    expect(told('at-once', false)).toEqual(['first 200 Bob', 'duplicate 200 Bob', 'second 200 Alice'])
  })
  it('that comes late undoes PUT Alice', () => {
    expect(told('late', false)).toEqual(['first 200 Bob', 'second 200 Alice', 'duplicate 200 Bob'])
  })
  it('is refused where it names the version it was meant for, late or not', () => {
    expect(told('late', true)).toEqual(['first 200 Bob', 'second 200 Alice', 'duplicate 412 Alice'])
    expect(told('at-once', true)).toEqual(['first 200 Bob', 'duplicate 412 Bob', 'second 200 Alice'])
  })
})

describe('what the small API does not do', () => {
  const ask = (request: Partial<RestRequest>) =>
    serve(STARTS.user, { method: 'GET', path: '/users/1', headers: {}, ...request })
  const steps = { 'Content-Type': PATCH_TYPES.steps }
  it.each<[string, Partial<RestRequest>, number]>([
    ['a place there is not', { path: '/cards' }, 404],
    ['to post a user', { method: 'POST', body: {} }, 405],
    ['to put a text', { method: 'PUT', body: 'Bob' }, 400],
    ['to delete all payments', { method: 'DELETE', path: '/payments' }, 405],
    ['a payment of nothing', { method: 'POST', path: '/payments', body: {} }, 400],
    ['a payment without a body', { method: 'POST', path: '/payments' }, 400],
    ['a patch of no type', { method: 'PATCH', body: { name: 'Bob' } }, 422],
    [
      'a step it does not know',
      { method: 'PATCH', headers: steps, body: [{ op: 'move', path: '/tags/-' }] },
      422,
    ],
    [
      'to append to no array',
      { method: 'PATCH', headers: steps, body: [{ op: 'add', path: '/name/-' }] },
      422,
    ],
  ])('%s: it says so and leaves all as it is', (_, request, status) => {
    const { state, reply } = ask(request)
    expect(reply.status).toBe(status)
    expect(state).toBe(STARTS.user)
  })

  it('answers reads of payments', () => {
    const read = (method: RestMethod) => ask({ method, path: '/payments' }).reply
    expect([read('GET').body, read('HEAD').body, read('OPTIONS').headers.Allow]).toEqual([
      [],
      undefined,
      'GET, HEAD, POST, OPTIONS',
    ])
  })

  it('takes a field away by a merge patch that says null', () => {
    const headers = { 'Content-Type': PATCH_TYPES.merge }
    expect(ask({ method: 'PATCH', headers, body: { tags: null } }).reply.body).toEqual({ name: 'Ann' })
  })

  it('keeps a key for one request', () => {
    const headers = { 'Idempotency-Key': 'uuid-123', 'Content-Type': PATCH_TYPES.merge }
    const first = ask({ method: 'PATCH', headers, body: { name: 'Bob' } })
    const other = serve(first.state, { method: 'POST', path: '/payments', headers, body: { amount: 1 } })
    expect(other.reply.status).toBe(422)
  })
})
