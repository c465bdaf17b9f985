import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Settings } from '../sim/index.ts'
import { settings } from '../sim/testing/arbitraries.ts'
import { itHolds } from '../sim/testing/property.ts'
import { formatChange, parseChange } from './twin-change.ts'

describe('what a twin changes', () => {
  itHolds(
    'is read as it was written',
    { seed: 341, runs: 300 },
    fc.property(
      settings,
      fc.subarray(['seed', 'keys', 'latency', 'timeout', 'requestLoss']),
      (all, names) => {
        const change = Object.fromEntries(names.map(name => [name, all[name as 'seed']])) as Partial<Settings>
        expect(parseChange(formatChange(change))).toEqual({ change, problems: [] })
      },
    ),
  )

  itHolds(
    'never throws, and names what is none',
    { seed: 342, runs: 500 },
    fc.property(
      fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('__proto__:1', 'keys', ':', 'keys:on')),
      text => {
        const { change, problems } = parseChange(text)
        const parts = text.split(',').filter(Boolean)
        expect(problems.length + Object.keys(change).length).toBeLessThanOrEqual(parts.length)
        if (parts.length > 0 && Object.keys(change).length === 0) expect(problems).toHaveLength(parts.length)
        for (const problem of problems) expect(problem).toMatch(/^The address says twin=/)
      },
    ),
  )

  it('takes no more and no less than a value', () => {
    expect(parseChange('keys:off:x').change).toEqual({})
    expect(parseChange('timeout').problems).toHaveLength(1)
  })

  it('keeps what can be taken beside what cannot', () => {
    expect(parseChange('keys:on,timeout:5000,colour:red')).toEqual({
      change: { timeout: 5000 },
      problems: [
        'The address says twin=keys:on, but keys is one of off, per-payment, per-attempt, per-session, empty, too-long.',
        'The address says twin=colour:red, but there is no such setting.',
      ],
    })
  })
})
