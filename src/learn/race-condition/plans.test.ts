import { describe, expect, it } from 'vitest'
import { wordsOf } from '../../sim/index.ts'
import { RedisBench } from '../../store/redis-bench.ts'
import { PLANS, TRIES, whenGot } from './plans.ts'
import { KEY } from './presets.ts'

const words = (line = '') => wordsOf(line) ?? []

/** Worker 1 sends so many commands of its plan and dies; worker 2 tries after so long. */
function tried(plan: string, sent: number, waitMs: number): string | null {
  const bench = new RedisBench()
  for (const line of PLANS.find(({ id }) => id === plan)?.commands.slice(0, sent) ?? [])
    bench.send(words(line))
  const diedAt = bench.store.getState().nowMs
  bench.later(waitMs)
  const argv = words(TRIES[0])
  return whenGot(argv, bench.send(argv), bench.store.getState().nowMs - diedAt)
}

describe('a worker that dies', () => {
  it('claim: gap – between SETNX and EXPIRE locks for ever', () => {
    expect(tried('two-commands', 1, 0)).toBeNull()
    expect(tried('two-commands', 1, 30_000)).toBe('never')
    expect(tried('two-commands', 1, 365 * 86_400_000)).toBe('never')
    const bench = new RedisBench()
    bench.send(words(PLANS[0]?.commands[0]))
    expect(bench.send(['TTL', KEY])).toEqual({ type: 'integer', value: -1 })
  })

  it('claim: one-command – after SET NX PX, or after both commands, locks until the time is over', () => {
    expect(tried('one-command', 1, 1000)).toBeNull()
    expect(tried('one-command', 1, 30_000)).toBe('later')
    expect(tried('two-commands', 2, 30_000)).toBe('later')
  })

  it('before its first command locks nothing', () => {
    expect(tried('two-commands', 0, 0)).toBe('at-once')
  })
})

it('only a try for this very lock shows anything', () => {
  expect(whenGot(['GET', KEY], { type: 'nil' }, 60_000)).toBeNull()
  expect(whenGot(['SETNX', 'other', 'x'], { type: 'integer', value: 1 }, 0)).toBeNull()
  expect(whenGot(['SET', KEY, 'x'], { type: 'status', text: 'OK' }, 0)).toBeNull()
  expect(whenGot(['set', KEY, 'x', 'nx'], { type: 'status', text: 'OK' }, 0)).toBe('at-once')
  expect(whenGot(['set', KEY, 'x', 'nx'], { type: 'nil' }, 60_000)).toBe('never')
})
