import { describe, expect, it } from 'vitest'
import { STRATEGY_IDS } from '../../server/strategies.ts'
import { PATIENCE_MS } from '../../testing/property.ts'
import { astray } from '../../testing/timed-run.ts'
import { checkBounds } from './bounds.ts'

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
})
