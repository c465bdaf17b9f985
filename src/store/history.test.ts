import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '../sim/index.ts'
import { EMPTY_HISTORY, goBack, goForward, type Moment, remember } from './history.ts'

const moment = (timeMs: number): Moment => ({
  session: { settings: DEFAULT_SETTINGS, inputs: [] },
  timeMs,
  watchedMs: timeMs,
})
const timesOf = (moments: readonly Moment[]) => moments.map(({ timeMs }) => timeMs)

describe('the history', () => {
  it('leads nowhere at first', () => {
    expect(goBack(EMPTY_HISTORY, moment(0))).toBeNull()
    expect(goForward(EMPTY_HISTORY, moment(0))).toBeNull()
  })

  it('leads back to the newest moment, and forward to where one came from', () => {
    const remembered = remember(remember(EMPTY_HISTORY, moment(1)), moment(2))
    const [back, afterBack] = goBack(remembered, moment(3)) ?? []
    expect(back?.timeMs).toBe(2)
    const [forward, afterForward] = (afterBack && goForward(afterBack, moment(2))) ?? []
    expect(forward?.timeMs).toBe(3)
    expect(afterForward).toEqual(remembered)
  })

  it('goes forward in the order in which one went back', () => {
    const [, once] = goBack(remember(remember(EMPTY_HISTORY, moment(1)), moment(2)), moment(3)) ?? []
    const [, twice] = (once && goBack(once, moment(2))) ?? []
    expect(timesOf(twice?.future ?? [])).toEqual([2, 3])
    expect(twice?.past).toEqual([])
  })

  it('forgets what lay ahead once something new is done', () => {
    const [, back] = goBack(remember(EMPTY_HISTORY, moment(1)), moment(2)) ?? []
    expect(back && remember(back, moment(1))).toEqual({ past: [moment(1)], future: [] })
  })

  it('remembers a hundred moments, and forgets the oldest', () => {
    let history = EMPTY_HISTORY
    for (let at = 0; at < 130; at += 1) history = remember(history, moment(at))
    expect(history.past).toHaveLength(100)
    expect([history.past[0]?.timeMs, history.past[99]?.timeMs]).toEqual([30, 129])
  })
})
