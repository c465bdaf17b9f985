import { describe, expect, it } from 'vitest'
import { chargesOf, type Settings } from '../../../sim/index.ts'
import { runSession } from '../../../store/run-session.ts'
import { CHAPTERS } from '../../chapters.ts'
import { pay, sessionOf } from '../../run.ts'
import { runs } from '../runs.ts'
import { decidingEvent, QUIZ, rightAnswers } from './questions.ts'
import { chargedAfter } from './seen.ts'
import type { QuestionId } from './words.ts'

/** Written down by hand from what each run shows, so that a change of a run or of a reading is seen. */
const RIGHT: Readonly<Record<QuestionId, string>> = {
  'timeout-failed': 'charged',
  'lost-looks-different': 'nothing',
  'longer-timeout': 'two',
  'vain-tries': 'surer',
  'retry-4xx': 'first',
  'exactly-once': 'effect',
  'same-response': 'yes',
  'new-uuid': 'two',
  'body-hash': 'swallowed',
  'keys-for-ever': 'fresh',
  'select-insert': 'both',
  'record-after': 'two',
  'conflict-paid': 'unknown',
  'short-ttl': 'two',
  'long-ttl': 'conflict',
  'in-memory': 'two',
  'never-double': 'unpaid',
  'delete-404': 'yes',
}

/** The wrong beliefs that the simulator is to put right, and the questions that do. */
const BELIEFS: Readonly<Record<string, readonly QuestionId[]>> = {
  'a timeout means failed': ['timeout-failed'],
  'a lost request and a lost response look different': ['lost-looks-different'],
  'a new UUID for every request': ['new-uuid'],
  'a longer timeout or a disabled button cures it': ['longer-timeout'],
  'SELECT then INSERT is enough': ['select-insert'],
  'recording the key after the charge': ['record-after'],
  'keys live for ever': ['keys-for-ever'],
  'one TTL for lock and answer': ['short-ttl', 'long-ttl'],
  'DELETE answering 404 is not idempotent': ['delete-404'],
  'idempotent means the same response': ['same-response'],
  'exactly-once delivery': ['exactly-once'],
  'a body hash is always a good key': ['body-hash'],
  'a 4xx on the retry means the payment failed': ['retry-4xx'],
  'an in-memory map is fine behind a load balancer': ['in-memory'],
  'never double-charged is the right measure': ['never-double'],
  'a 409 tells the client that it is paid': ['conflict-paid'],
  'the more tries in vain, the surer that nothing was charged': ['vain-tries'],
}

describe('the quiz', () => {
  it.each(QUIZ)('has one right answer to $id, and its run says which', ({ id, answers }) => {
    expect(rightAnswers(id)).toEqual([RIGHT[id]])
    expect(answers.map(answer => answer.id)).toContain(RIGHT[id])
    expect(answers.length).toBeGreaterThanOrEqual(3)
    expect(answers.length).toBeLessThanOrEqual(4)
  })

  it('asks about every wrong belief', () => {
    const asked = QUIZ.map(({ id }) => id)
    expect(Object.values(BELIEFS).flat().sort()).toEqual([...asked].sort())
    expect(Object.keys(BELIEFS).length).toBeGreaterThanOrEqual(17)
  })

  it.each(QUIZ)('sends on from $id to a chapter there is', ({ chapter }) => {
    expect(CHAPTERS.map(({ id }) => id)).toContain(chapter)
  })

  it('has a run to every question but the one about DELETE', () => {
    expect(QUIZ.filter(({ run }) => run === null).map(({ id }) => id)).toEqual(['delete-404'])
  })

  it.each(QUIZ.filter(({ run }) => run !== null))('names the event that decided $id', ({ id }) => {
    expect(decidingEvent(id)).not.toBeNull()
  })

  it('reads the answer off the run: under other circumstances another one is right', () => {
    const under = (run: keyof typeof runs, change: Partial<Settings>) =>
      runSession(sessionOf({ settings: { ...runs[run].settings, ...change }, inputs: runs[run].inputs }))
    expect(rightAnswers('new-uuid', under('key-per-attempt', { keys: 'per-payment' }))).toEqual(['one'])
    expect(rightAnswers('timeout-failed', under('late-answer', { responseLoss: 1 }))).toContain('lost')
    expect(rightAnswers('timeout-failed', under('late-answer', { requestLoss: 1 }))).toContain('failed')
    expect(rightAnswers('exactly-once', under('delivered-twice-with-key', { keys: 'off' }))).toEqual([
      'nothing',
    ])
    expect(rightAnswers('select-insert', under('select-then-insert', { server: 'one-transaction' }))).toEqual(
      ['conflict'],
    )
    expect(rightAnswers('record-after', under('record-after-charge', { server: 'one-transaction' }))).toEqual(
      ['one'],
    )
    expect(rightAnswers('body-hash', under('equal-bodies', { keys: 'per-payment' }))).toEqual(['charged'])
    expect(rightAnswers('keys-for-ever', under('expired-key', { ttl: 86_400_000 }))).toEqual(['replay'])
    expect(rightAnswers('in-memory', under('own-memory', { memory: 'shared' }))).toEqual(['one'])
    expect(rightAnswers('never-double', under('nobody-charged', { crash: 'none' }))).toEqual(['paid'])
    expect(rightAnswers('same-response', under('conflict-on-retry', { keys: 'off' }))).toEqual(['no'])
    expect(rightAnswers('short-ttl', under('short-ttl', { lease: 86_400_000 }))).toEqual(['locked'])
  })
})

describe('the figures of the quiz', () => {
  const loss = { request: 0.3, response: 0.5 }

  it('claim: charged after one try in vain with 54%, after five with 98%', () => {
    expect(Math.round(100 * chargedAfter(1, loss))).toBe(54)
    expect(Math.round(100 * chargedAfter(5, loss))).toBe(98)
  })

  it('agree with runs: of 2,000 payments, those with five tries in vain, within four standard deviations', {
    timeout: 20_000,
  }, () => {
    const settings = { ...runs['all-in-vain'].settings }
    let inVain = 0
    let charged = 0
    for (let seed = 0; seed < 2000; seed += 1) {
      const { steps } = runSession(sessionOf({ settings: { ...settings, seed }, inputs: pay(0) }))
      const state = steps.at(-1)?.state
      if (state?.payments[0]?.belief !== 'unknown') continue
      inVain += 1
      charged += chargesOf(state.ledger, 1)
    }
    const p = chargedAfter(5, loss)
    expect(inVain).toBeGreaterThan(150)
    expect(Math.abs(charged / inVain - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / inVain))
  })
})
