import { describe, expect, it } from 'vitest'
import { type Belief, beliefOf, type Outcome, outcomeOf } from './payment.ts'

describe('an answer', () => {
  it.each<[Outcome, number[]]>([
    ['ok', [200, 201, 204, 299]],
    ['info', [409, 429, 500, 502, 503, 599]],
    ['fail', [199, 300, 400, 401, 402, 404, 410, 422]],
  ])('leaves its attempt %s for the statuses %o', (outcome, statuses) => {
    for (const status of statuses) expect([status, outcomeOf(status)]).toEqual([status, outcome])
  })
})

describe('a payment', () => {
  it.each<[Belief, Outcome[]]>([
    ['waiting', ['pending']],
    ['waiting', ['info', 'pending']],
    ['waiting', ['fail', 'pending']],
    ['waiting', ['pending', 'pending']],
    ['unknown', ['info']],
    ['unknown', ['pending', 'info']],
    ['unknown', ['fail', 'info']],
    ['unknown', ['info', 'fail']],
    ['unknown', ['pending', 'fail']],
    ['failed', ['fail']],
    ['failed', ['fail', 'fail']],
    ['paid', ['ok']],
    ['paid', ['info', 'ok', 'info']],
    ['paid', ['ok', 'pending']],
    ['paid', ['fail', 'ok']],
  ])('is %s when its attempts are %o', (belief, attempts) => {
    expect(beliefOf(attempts, false)).toBe(belief)
  })

  it.each<[Belief, Outcome[]]>([
    ['unknown', ['pending']],
    ['unknown', ['info', 'info']],
    ['failed', ['fail']],
    ['paid', ['info', 'ok']],
  ])('is %s when it was given up and its attempts are %o', (belief, attempts) => {
    expect(beliefOf(attempts, true)).toBe(belief)
  })
})
