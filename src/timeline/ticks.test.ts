import { describe, expect, it } from 'vitest'
import type { Settings } from '../sim/index.ts'
import { CALM, pays, run, timesOf } from '../sim/testing/run.ts'
import { ticksOf } from './ticks.ts'

const KEYED = { ...CALM, keys: 'per-payment', server: 'set-nx' } as const

describe('the timeline has a tick', () => {
  it.each<['server.crashed' | 'server.paused' | 'record.expired' | 'request.duplicated', Partial<Settings>]>([
    ['server.crashed', { crash: 'after-charge' }],
    ['server.paused', { pause: 3000 }],
    ['record.expired', { pause: 3000, lease: 1000 }],
    ['request.duplicated', { duplicate: 1 }],
  ])('at %s', (kind, settings) => {
    const trace = run({ ...KEYED, ...settings }, pays(0))
    const ticks = ticksOf(trace, trace.endMs).map(({ at }) => at)
    expect(timesOf(trace, kind)).not.toEqual([])
    expect(ticks).toEqual(expect.arrayContaining(timesOf(trace, kind)))
  })

  it('only as far as has been watched', () => {
    const trace = run({ ...KEYED, crash: 'after-charge' }, pays(0))
    const [crashedAt = 0] = timesOf(trace, 'server.crashed')
    expect(ticksOf(trace, crashedAt - 1).some(({ at }) => at >= crashedAt)).toBe(false)
  })
})
