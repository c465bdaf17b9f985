import { expect, it } from 'vitest'
import { RedisBench } from './redis-bench.ts'

it('keeps what is set until its time is over; a command takes a millisecond', () => {
  const bench = new RedisBench()
  expect(bench.send(['SET', 'k', 'v', 'PX', '1000'])).toEqual({ type: 'status', text: 'OK' })
  expect(bench.send(['PTTL', 'k'])).toEqual({ type: 'integer', value: 999 })
  bench.later(1000)
  expect(bench.send(['GET', 'k'])).toEqual({ type: 'nil' })
  expect(bench.store.getState().nowMs).toBe(1003)
  bench.clear()
  expect(bench.store.getState()).toEqual({ redis: new Map(), nowMs: 0 })
})

it('takes over what a script has left', () => {
  const bench = new RedisBench()
  bench.leave(new Map([['k', { value: 'v', expiresAtMs: null }]]))
  expect(bench.send(['GET', 'k'])).toEqual({ type: 'bulk', text: 'v' })
})
