import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { itHolds } from '../sim/testing/property.ts'
import { balanceAxis, ticksOf, timeTicks } from './axes.ts'

const point = (balance: number, expected = balance) => ({ at: 0, balance, expected })

describe('the money axis', () => {
  it('reaches from the opening balance two amounts down, in round steps', () => {
    expect(ticksOf(balanceAxis([point(100_000)]))).toEqual([80_000, 90_000, 100_000])
    expect(ticksOf(balanceAxis([point(100_000), point(0, 90_000)]))).toEqual([0, 50_000, 100_000])
  })

  itHolds(
    'holds every point, between few and round values in order, over balances of any size',
    { seed: 381, runs: 300 },
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: -2e9, max: 100_000 }), fc.integer({ min: -2e9, max: 100_000 }))),
      later => {
        const pairs = [[100_000, 100_000] as const, ...later]
        const axis = balanceAxis(pairs.map(([balance, expected]) => point(balance, expected)))
        const ticks = ticksOf(axis)
        const values = pairs.flat()
        expect(axis.bottom).toBeLessThanOrEqual(Math.min(...values))
        expect(axis.top).toBeGreaterThanOrEqual(Math.max(...values))
        expect([axis.bottom, axis.top]).toEqual([ticks[0], ticks.at(-1)])
        expect(ticks).toEqual([...new Set(ticks)].sort((a, b) => a - b))
        expect(ticks.length).toBeGreaterThan(1)
        expect(ticks.length).toBeLessThan(7)
      },
    ),
  )
})

describe('the time axis', () => {
  it.each([
    [6000, [0, 1000, 2000, 3000, 4000, 5000, 6000]],
    [9500, [0, 2000, 4000, 6000, 8000]],
    [60_000, [0, 10_000, 20_000, 30_000, 40_000, 50_000, 60_000]],
  ])('of %d ms is written at %o', (scaleMs, ticks) => {
    expect(timeTicks(scaleMs)).toEqual(ticks)
  })

  itHolds(
    'has at most seven values, whatever was watched',
    { seed: 382, runs: 300 },
    fc.property(fc.integer({ min: 6000, max: 10_000_000 }), scaleMs => {
      expect(timeTicks(scaleMs).length).toBeLessThanOrEqual(7)
    }),
  )
})
