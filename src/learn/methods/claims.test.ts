// Each sentence of the chapter that the lab can show, held by the world the lab runs.
import { describe, expect, it } from 'vitest'
import { deliverPuts, effectOf, judge, type RestMethod, type SampleId, tryTimes } from '../../sim/index.ts'
import { agrees, CELLS } from './cells.ts'
import { effectInWords, linesOf, nameOf, reasonOf, statusesInWords, timesInWords } from './words.ts'

const ten = (sample: SampleId) => tryTimes(sample, 'user', 10)

it('claim: put-ten-times leaves Bob', () => {
  expect(ten('put').afterAll.users[1]?.value).toEqual({ name: 'Bob' })
})

it('claim: delete-ten-times leaves nobody', () => {
  expect(ten('delete').afterAll.users).toEqual({})
})

it('claim: post-ten-times makes ten payments', () => {
  expect(ten('post').afterAll.payments).toHaveLength(10)
})

it('claim: safe-is-idempotent, and not the reverse', () => {
  const methods: RestMethod[] = ['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE', 'POST', 'PATCH']
  const safe = methods.filter(method => judge(method, 'safe').holds)
  const idempotent = methods.filter(method => judge(method, 'idempotent').holds)
  expect(safe).toEqual(['GET', 'HEAD', 'OPTIONS'])
  expect(idempotent).toEqual([...safe, 'PUT', 'DELETE'])
})

it('claim: delete-answers are 204, then 404, and the effect is that of one', () => {
  const trial = ten('delete')
  expect(statusesInWords(trial.replies)).toBe('204, then 404 nine times')
  expect(effectOf(trial)).toBe('once')
})

it('claim: put-answers are 201, then 200 where it creates', () => {
  expect(statusesInWords(tryTimes('put', 'nobody', 10).replies)).toBe('201, then 200 nine times')
})

it('claim: post-with-key makes one payment and sends the saved 201', () => {
  const { afterAll, replies } = ten('post-key')
  expect(afterAll.payments).toHaveLength(1)
  expect(replies.slice(1).map(({ status, headers }) => [status, headers['Idempotent-Replayed']])).toEqual(
    Array.from({ length: 9 }, () => [201, 'true']),
  )
})

it('claim: post-other-payload is refused with 422', () => {
  const { afterAll, replies } = ten('post-key-other')
  expect(replies.at(-1)?.status).toBe(422)
  expect(afterAll.payments).toHaveLength(1)
})

it('claim: patch-depends on the patch', () => {
  expect(effectOf(tryTimes('patch-merge', 'user', 2))).toBe('once')
  expect(tryTimes('patch-append', 'user', 2).afterAll.users[1]?.value.tags).toEqual(['new', 'vip', 'vip'])
})

it('claim: late-copy of PUT undoes the later PUT', () => {
  expect(deliverPuts('late', false).map(({ name }) => name)).toEqual(['Bob', 'Alice', 'Bob'])
})

it('claim: if-match refuses the late copy with 412', () => {
  const last = deliverPuts('late', true).at(-1)
  expect([last?.reply.status, last?.name]).toEqual([412, 'Alice'])
})

describe('the table', () => {
  it('agrees with what is so, and with nothing else', () => {
    const so = CELLS.filter(({ row, column }) => agrees(row, column, 'yes')).map(({ name }) => name)
    expect(so).toEqual(['GET safe', 'GET idempotent', 'PUT idempotent', 'DELETE idempotent'])
    expect(CELLS.filter(({ row, column }) => agrees(row, column, 'no'))).toHaveLength(
      CELLS.length - so.length,
    )
  })

  const told = (method: RestMethod, quality: 'safe' | 'idempotent') => {
    const { holds, trial, runs } = judge(method, quality)
    return reasonOf(quality, holds, trial, runs, method)
  }
  it('names what refutes a claim', () => {
    expect(told('PUT', 'safe')).toBe(
      'PUT changed what is stored: the name Ann became Bob, and one tag became none.',
    )
    expect(told('POST', 'idempotent')).toBe(
      'POST: sent ten times it left more than sent once: one payment became ten.',
    )
    expect(told('PATCH', 'idempotent')).toBe(
      'PATCH: sent ten times it left more than sent once: two tags became eleven.',
    )
    expect(told('DELETE', 'safe')).toBe('DELETE changed what is stored: user 1 was deleted.')
    expect(told('GET', 'safe')).toBe('In neither of the two runs did it change anything.')
    expect(told('DELETE', 'idempotent')).toBe(
      'In neither of the two runs did sending it ten times leave anything other than what sending it once leaves. The answers differ (204, then 404 nine times), the effect does not.',
    )
    expect(told('GET', 'idempotent')).not.toContain('differ')
  })
})

it('says what a run shows', () => {
  const sentences = (['get', 'put', 'post'] as const).map(sample => effectInWords(ten(sample)))
  expect(sentences).toEqual([
    'Nothing changed. In this run it is safe, and so idempotent.',
    'The first changed something, those after it nothing. In this run it is idempotent.',
    'Each of them changed something. It is not idempotent.',
  ])
  expect(effectInWords(tryTimes('put', 'user', 1))).toContain('Send it more than once')
  expect(linesOf(ten('post-key').afterAll).at(-1)).toEqual({ path: 'saved answers', text: 'uuid-123: 201' })
  expect([1, 2, 3, 11].map(timesInWords)).toEqual(['once', 'twice', 'three times', 'eleven times'])
  expect(
    nameOf({ id: 'post', variant: 'No key', request: { method: 'POST', path: '/payments', headers: {} } }),
  ).toBe('POST /payments, no key')
})
