import { describe, expect, it } from 'vitest'
import { drawsOf } from '../draw.ts'
import type { Input } from '../session.ts'
import { CALM, eventsOf, lastState, pays, run, timesOf } from '../testing/run.ts'
import { backoffMs } from './retry.ts'

/** Nothing ever comes back: an attempt times out after 1 s. */
const DEAF = { ...CALM, responseLoss: 1, timeout: 1000, retry: 'auto' } as const

describe('the wait before an automatic attempt', () => {
  const waits = (backoff: 'fixed' | 'exponential', jitter: 'none' | 'full' | 'equal', chance: number) =>
    [1, 2, 3, 4, 5, 6].map(attempt => backoffMs({ backoff, jitter }, attempt, chance))

  it('is always 1 s when fixed', () => {
    expect(waits('fixed', 'none', 0.9)).toEqual([1000, 1000, 1000, 1000, 1000, 1000])
  })

  it('doubles up to 8 s when exponential', () => {
    expect(waits('exponential', 'none', 0.9)).toEqual([1000, 2000, 4000, 8000, 8000, 8000])
  })

  it('is anything from 0 to the whole with full jitter', () => {
    expect(waits('exponential', 'full', 0)).toEqual([0, 0, 0, 0, 0, 0])
    expect(waits('exponential', 'full', 0.25)).toEqual([250, 500, 1000, 2000, 2000, 2000])
    expect(waits('fixed', 'full', 0.9999)).toEqual([999, 999, 999, 999, 999, 999])
  })

  it('is anything from half to the whole with equal jitter', () => {
    expect(waits('exponential', 'equal', 0)).toEqual([500, 1000, 2000, 4000, 4000, 4000])
    expect(waits('exponential', 'equal', 0.5)).toEqual([750, 1500, 3000, 6000, 6000, 6000])
    expect(waits('fixed', 'equal', 0.9999)).toEqual([999, 999, 999, 999, 999, 999])
  })
})

describe('an automatic client', () => {
  it('sends again after timeout and wait', () => {
    const trace = run({ ...DEAF, attempts: 5 }, pays(0))
    // Each attempt takes 1 s to time out; between them 1, 2, 4 and 8 s.
    expect(timesOf(trace, 'attempt.sent')).toEqual([0, 2000, 5000, 10_000, 19_000])
    expect(timesOf(trace, 'attempt.timedOut')).toEqual([1000, 3000, 6000, 11_000, 20_000])
  })

  it('draws its jitter by payment and attempt (seed 7)', () => {
    const trace = run({ ...DEAF, seed: 7, attempts: 3, jitter: 'full' }, pays(0))
    const draws = drawsOf(7)
    const first = Math.floor(1000 * draws('jitter', 1, 1))
    const second = Math.floor(2000 * draws('jitter', 1, 2))
    expect(timesOf(trace, 'attempt.sent')).toEqual([0, 1000 + first, 2000 + first + second])
  })

  it.each([1, 2, 3, 10])('gives up after %d attempts when that is the bound', attempts => {
    const trace = run({ ...DEAF, attempts }, pays(0))
    expect(eventsOf(trace, 'attempt.sent')).toHaveLength(attempts)
    expect(lastState(trace).payments[0]?.belief).toBe('unknown')
  })

  it('counts presses among its attempts', () => {
    const trace = run({ ...DEAF, attempts: 3 }, pays(0, 100, 200, 300))
    expect(eventsOf(trace, 'attempt.sent').map(event => event.data?.by)).toEqual(Array(4).fill('person'))
  })

  it('stops once it knows', () => {
    const trace = run({ ...DEAF, responseLoss: 0, timeout: 2500 }, pays(0))
    expect(eventsOf(trace, 'attempt.sent')).toHaveLength(1)
  })

  it('does not ask again after an answered failure', () => {
    const inputs: Input[] = [{ at: 0, type: 'dropMessage', message: 'p1.a1.response' }, ...pays(0)]
    const trace = run({ ...DEAF, responseLoss: 0, timeout: 2500, card: 'declined' }, inputs)
    expect(lastState(trace).payments[0]?.attempts).toEqual(['info', 'fail'])
    expect(trace.endMs).toBe(2500 + 1000 + 1800)
  })

  it('sends at once and instead when a person presses while it waits', () => {
    const trace = run({ ...DEAF, attempts: 3 }, pays(0, 1500))
    const sent = eventsOf(trace, 'attempt.sent')
    expect(sent.map(event => [event.at, event.data?.by])).toEqual([
      [0, 'person'],
      [1500, 'person'],
      [4500, 'client'],
    ])
  })

  it('begins when it is made automatic while nothing is known', () => {
    const auto: Input = { at: 5000, type: 'configure', settings: { retry: 'auto' } }
    const trace = run({ ...DEAF, retry: 'manual', attempts: 2 }, [...pays(0), auto])
    expect(timesOf(trace, 'attempt.sent')).toEqual([0, 6000])
  })

  it('begins at the timeout when it is made automatic while an answer is outstanding', () => {
    const auto: Input = { at: 500, type: 'configure', settings: { retry: 'auto' } }
    const trace = run({ ...DEAF, retry: 'manual', attempts: 2 }, [...pays(0), auto])
    expect(timesOf(trace, 'attempt.sent')).toEqual([0, 2000])
  })

  it('sends nothing more when it is made manual while it waits', () => {
    const manual: Input = { at: 1500, type: 'configure', settings: { retry: 'manual' } }
    const trace = run(DEAF, [...pays(0), manual])
    expect(timesOf(trace, 'attempt.sent')).toEqual([0])
  })

  it('sends nothing more of a payment that was given up', () => {
    const trace = run(DEAF, [...pays(0), { at: 1500, type: 'newPayment' }])
    expect(timesOf(trace, 'attempt.sent')).toEqual([0])
  })
})
