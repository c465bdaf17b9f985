import { describe, expect, it } from 'vitest'
import { PROMISES } from '../../checkers/checkers.ts'
import { STRATEGY_IDS } from '../../server/strategies.ts'
import { bruteForce } from '../../testing/brute-force.ts'
import { explored, worldOf } from '../../testing/exploring.ts'
import { PATIENCE_MS } from '../../testing/property.ts'
import { checkBounds } from './bounds.ts'

/** The exploration in the form of the enumeration. */
function foundBy(server: (typeof STRATEGY_IDS)[number], crash: number) {
  const { schedules, promises } = explored(server, { attempts: 2, crash })
  const best = PROMISES.map(({ promise }) => {
    const found = promises[promise]
    return found.verdict === 'broken'
      ? [found.counterexample.badLuck, found.counterexample.choices.length]
      : null
  })
  return { schedules: Number(schedules), best }
}

describe.each([0, 1])('two attempts with %d crashes', crash => {
  it.each(STRATEGY_IDS)(
    'give under %s what walking every schedule gives, one by one',
    server => {
      const walked = bruteForce(worldOf(server), checkBounds({ attempts: 2, crash }))
      expect(foundBy(server, crash)).toEqual(walked)
      expect(walked.schedules).toBeGreaterThan(10_000)
    },
    PATIENCE_MS,
  )
})
