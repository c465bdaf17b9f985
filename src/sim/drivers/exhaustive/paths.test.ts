import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '../../scenario.ts'
import { STRATEGY_IDS } from '../../server/strategies.ts'
import { ALL_THE_TIME, worldOf } from '../../testing/exploring.ts'
import { PATIENCE_MS } from '../../testing/property.ts'
import { astray } from '../../testing/timed-run.ts'
import { simulate } from '../timed.ts'
import { checkBounds } from './bounds.ts'
import { Explorer } from './explore.ts'

describe('a timed run within the bounds is a path of the explored graph', () => {
  const crashes = checkBounds({ crash: 1, lease: 1 })
  it.each(STRATEGY_IDS)(
    '%s, three attempts with crashes and ends of leases (seeds from 0, 200 runs)',
    server => {
      expect(astray(server, crashes, {}, 200, 0)).toEqual([])
    },
    PATIENCE_MS,
  )

  const duplicates = checkBounds({ duplicate: 1 })
  it.each(STRATEGY_IDS)(
    '%s, three attempts with a duplicate (seeds from 10000, 164 runs)',
    server => {
      expect(
        astray(server, duplicates, { duplicate: 0.3, crash: 'none', lease: 86_400_000 }, 164, 10_000),
      ).toEqual([])
    },
    PATIENCE_MS,
  )

  it('and a run beyond the bounds is none', () => {
    const explorer = new Explorer(worldOf('one-transaction'), checkBounds({ attempts: 1 }))
    explorer.run(ALL_THE_TIME)
    const choices = simulate({
      settings: { ...DEFAULT_SETTINGS, keys: 'per-payment', responseLoss: 0 },
      inputs: [0, 100].map(at => ({ at, type: 'pay' })),
    }).steps.map(step => step.choice)
    expect(explorer.isPath(choices.slice(0, 1))).toBe(true)
    expect(explorer.isPath(choices)).toBe(false)
  })
})
