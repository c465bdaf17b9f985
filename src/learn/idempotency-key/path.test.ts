import { describe, expect, it } from 'vitest'
import type { Input, Settings } from '../../sim/index.ts'
import { runSession } from '../../store/run-session.ts'
import { pay, type Run, sessionOf } from '../run.ts'
import { BRANCHES } from './branches.ts'
import { answerOf, LEAVES, leavesSeen, type Path, pathOf, pathsOf } from './path.ts'
import { answerInWords, chargeInWords, discOf, nameOf, wayInWords } from './path-words.ts'
import { runs } from './runs.ts'

const traceOf = (run: Pick<Run, 'settings' | 'inputs'>) => runSession(sessionOf(run))
const whole = (run: Pick<Run, 'settings' | 'inputs'>) => {
  const trace = traceOf(run)
  return pathsOf(trace, trace.events.length)
}
const NONE_LOST: Partial<Settings> = { responseLoss: 0, latency: '700-700' }
const KEYED: Partial<Settings> = { ...NONE_LOST, keys: 'per-payment' }
const at = (path: Path | undefined) => ({
  asked: path?.asked.map(({ question, yes }) => `${question} ${yes}`),
  leaf: path?.leaf,
  stands: path?.stands,
})

describe('a request’s path', () => {
  it('with a new key ends where key, charge and answer are saved', () => {
    const [path] = whole(runs.new)
    expect(at(path)).toEqual({
      asked: ['key true', 'form true', 'seen false'],
      leaf: 'new',
      stands: 'answered',
    })
    expect(path?.charge).toBe(1)
    expect(path?.response?.status).toBe(201)
    expect(path?.answer).toBe('arrived')
    expect(path?.key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })

  it('claim: replay after a lost answer the same key is replayed, and nothing is charged', () => {
    const [first, second] = whole(runs['lost-answer'])
    expect(first?.answer).toBe('lost')
    expect(second?.key).toBe(first?.key)
    expect(at(second)).toEqual({
      asked: ['key true', 'form true', 'seen true', 'payload true', 'done true'],
      leaf: 'replay',
      stands: 'answered',
    })
    expect(second?.charge).toBe(0)
    expect(second?.response).toEqual({
      ...first?.response,
      headers: { ...first?.response?.headers, 'Idempotent-Replayed': 'true' },
    })
  })

  it('while the first is in flight ends in a 409', () => {
    const path = whole(runs['in-flight'])[1]
    expect(at(path).leaf).toBe('in-flight')
    expect(path?.asked.at(-1)).toEqual({ question: 'done', yes: false })
    expect(path?.response).toMatchObject({ status: 409, headers: { 'Retry-After': '1' } })
  })

  it('claim: session-key with one key for everything another amount ends in a 422, and the first answer stays', () => {
    const [first, other] = whole(runs.mismatch)
    expect(other).toMatchObject({ payment: 2, key: first?.key, leaf: 'mismatch', charge: 0 })
    expect(other?.asked.at(-1)).toEqual({ question: 'payload', yes: false })
    expect(other?.response?.status).toBe(422)
    const again: Input[] = [...runs.mismatch.inputs, { at: 7000, type: 'newPayment' }, ...pay(7500)]
    expect(whole({ ...runs.mismatch, inputs: again })[2]).toMatchObject({ leaf: 'replay', charge: 0 })
  })

  it('with one key for everything a second honest purchase is taken for a retry', () => {
    expect(whole(runs.swallowed)[1]).toMatchObject({ payment: 2, leaf: 'replay', charge: 0 })
  })

  it.each(['empty', 'too-long'] as const)('with a key that is %s ends in a 400', keys => {
    const [path] = whole({ settings: { ...NONE_LOST, keys }, inputs: pay(0) })
    expect(at(path)).toEqual({ asked: ['key true', 'form false'], leaf: 'malformed', stands: 'answered' })
    expect(path?.response?.status).toBe(400)
  })

  it('without a key where one is required ends in a 400 as well', () => {
    const [path] = whole({ settings: { ...NONE_LOST, keyRequired: 'on' }, inputs: pay(0) })
    expect(at(path)).toEqual({ asked: ['key false'], leaf: 'malformed', stands: 'answered' })
  })

  it('claim: no-key without a key charges every time', () => {
    const paths = whole(runs['no-key'])
    expect(paths.map(({ leaf, charge }) => [leaf, charge])).toEqual([
      ['no-key', 1],
      ['no-key', 2],
    ])
  })

  it('claim: per-attempt a new key each time is new each time', () => {
    const paths = whole(runs['per-attempt'])
    expect(paths.map(({ leaf, charge }) => [leaf, charge])).toEqual([
      ['new', 1],
      ['new', 2],
    ])
    expect(paths[0]?.key).not.toBe(paths[1]?.key)
  })

  it('claim: expired a key that the bank has forgotten is new again', () => {
    const [first, second, third] = whole({
      ...runs.expired,
      settings: { ...runs.expired.settings, responseLoss: 1 },
      inputs: pay(0, 4500, 6000),
    })
    expect(first).toMatchObject({ leaf: 'new', charge: 1 })
    expect(second).toMatchObject({ leaf: 'expired', charge: 2, key: first?.key })
    expect(third).toMatchObject({ leaf: 'replay', charge: 0 })
  })

  it('of a lost request ends on the wire', () => {
    const [path] = whole({ settings: { ...KEYED, requestLoss: 1 }, inputs: pay(0) })
    expect(at(path)).toEqual({ asked: [], leaf: null, stands: 'lost' })
    expect(path?.response).toBeNull()
  })

  it('of a request that a rate limit turns away asks nothing', () => {
    const [path] = whole({ settings: { ...KEYED, rateLimit: 1 }, inputs: pay(0) })
    expect(at(path)).toEqual({ asked: [], leaf: null, stands: 'turned away' })
  })

  it('of a request whose worker dies has no answer, and the retry is new', () => {
    const [first, second] = whole({ settings: { ...KEYED, crash: 'before-charge' }, inputs: pay(0, 3000) })
    expect(first).toMatchObject({ leaf: 'new', stands: 'died', response: null, charge: 0 })
    expect(second).toMatchObject({ leaf: 'new', stands: 'answered', charge: 1 })
    expect(leavesSeen(first ? [first] : [])).toEqual([])
  })

  it('waits while both workers are busy', () => {
    const trace = traceOf({ settings: { ...KEYED, keys: 'per-attempt' }, inputs: pay(0, 10, 20) })
    const arrived = trace.events.find(({ kind, attempt }) => kind === 'request.delivered' && attempt === 3)
    expect(pathOf(trace, (arrived?.id ?? 0) + 1, 3)?.stands).toBe('waits')
  })

  it('of a copy is one of its own', () => {
    const paths = whole({ settings: { ...KEYED, duplicate: 1 }, inputs: pay(0) })
    expect(paths.map(({ isCopy, leaf }) => [isCopy, leaf])).toEqual([
      [false, expect.stringMatching(/^(new|in-flight|replay)$/)],
      [true, expect.stringMatching(/^(new|in-flight|replay)$/)],
    ])
    expect(paths.filter(({ leaf }) => leaf === 'new')).toHaveLength(1)
  })

  it('through another strategy is not drawn', () => {
    const [path] = whole({ settings: { ...KEYED, server: 'check-then-act' }, inputs: pay(0) })
    expect(at(path)).toEqual({ asked: [], leaf: null, stands: 'elsewhere' })
  })

  it('grows with the events that have happened, and never shrinks', () => {
    const trace = traceOf(runs['lost-answer'])
    let asked = 0
    for (let count = 0; count <= trace.events.length; count += 1) {
      const now = pathOf(trace, count, 2)?.asked.length ?? 0
      expect(now).toBeGreaterThanOrEqual(asked)
      asked = now
    }
    expect(asked).toBe(5)
    expect(pathOf(trace, 0, 1)).toBeUndefined()
  })
})

describe('a branch', () => {
  it.each(LEAVES)('%s is reached by the run that is said to reach it', leaf => {
    expect(leavesSeen(whole(runs[BRANCHES[leaf].run]))).toContain(leaf)
  })
})

describe('the words of a path', () => {
  it('say each step', () => {
    const [first, second] = whole(runs['lost-answer'])
    expect(second && `${nameOf(second)}: ${wayInWords(second)}`).toBe(
      'Attempt 2: Has a key, yes; well formed, yes; seen before, yes; same payload, yes; first one done, yes; nothing is charged; the saved answer is sent again.',
    )
    expect(second && answerInWords(second)).toBe('201 Created, Idempotent-Replayed: true')
    expect(first && answerInWords(first)).toBe('201 Created, lost on the way')
    expect(first && chargeInWords(first, 10_000)).toBe('charged $100')
  })

  it('name the payment from the second on, and a copy', () => {
    expect(whole(runs.mismatch).map(nameOf)).toEqual(['Attempt 1', 'Payment 2, attempt 1'])
    expect(whole(runs.mismatch).map(discOf)).toEqual(['1', '2·1'])
    expect(whole({ settings: { ...KEYED, duplicate: 1 }, inputs: pay(0) }).map(discOf)).toEqual(['1', '1′'])
  })
})

describe('what a path says of the second answer', () => {
  it.each([
    ['lost-answer', 'replayed'],
    ['in-flight', 'conflict'],
    ['mismatch', 'refused'],
    ['no-key', 'charged'],
  ] as const)('%s: %s', (run, answer) => {
    const second = whole(runs[run])[1]
    expect(second && answerOf(second)).toBe(answer)
  })
})
