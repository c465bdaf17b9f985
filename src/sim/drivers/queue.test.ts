import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { itHolds } from '../testing/property.ts'
import { TimeQueue } from './queue.ts'

const action = fc.option(fc.nat({ max: 20 }), { nil: 'take' as const })

describe('a queue by time', () => {
  itHolds(
    'gives the least time first, and of equal times the first that came in',
    { seed: 131, runs: 500 },
    fc.property(fc.array(action, { maxLength: 100, size: 'max' }), actions => {
      const queue = new TimeQueue<number>()
      let sorted: { at: number; item: number }[] = []
      actions.forEach((at, item) => {
        expect(queue.nextAt).toBe(sorted[0]?.at ?? Number.POSITIVE_INFINITY)
        if (at === 'take') expect(queue.take()).toBe(sorted.shift()?.item)
        else {
          queue.add(at, item)
          sorted = [...sorted, { at, item }].sort((a, b) => a.at - b.at)
        }
      })
    }),
  )

  it('has nothing to give when it is empty', () => {
    const queue = new TimeQueue<string>()
    expect([queue.nextAt, queue.take()]).toEqual([Number.POSITIVE_INFINITY, undefined])
  })
})
