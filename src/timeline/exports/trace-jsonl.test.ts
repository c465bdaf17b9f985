import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { session } from '../../sim/testing/arbitraries.ts'
import { itHolds } from '../../sim/testing/property.ts'
import { pays, run } from '../../sim/testing/run.ts'
import { traceJsonl } from './trace-jsonl.ts'

describe('the trace as JSON Lines', () => {
  it('is nothing where nothing has happened', () => {
    expect(traceJsonl([])).toBe('')
  })

  it('has an event on each line, and ends each line', () => {
    const [first] = run({}, pays(0)).events
    expect(traceJsonl(first ? [first] : [])).toBe(
      '{"id":0,"at":0,"actor":"person","kind":"payment.opened","cause":[],"payment":"p1","data":{"amount":10000,"keys":"off"}}\n',
    )
  })

  itHolds(
    'is read as the events it was made of',
    { seed: 21, runs: 60 },
    fc.property(session, ({ settings, inputs }) => {
      const { events } = run(settings, inputs)
      const lines = traceJsonl(events).split('\n')
      expect(lines.pop()).toBe('')
      expect(lines.map(line => JSON.parse(line))).toEqual(events)
    }),
  )
})
