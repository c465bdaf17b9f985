import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { latest } from './latest.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it('tells the first at once, then the latest after each gap, and nothing twice', () => {
  const tell = vi.fn()
  const hear = latest(100, tell)
  for (let value = 1; value <= 25; value += 1) {
    hear(value)
    vi.advanceTimersByTime(10)
  }
  vi.advanceTimersByTime(1000)
  expect(tell.mock.calls.flat()).toEqual([1, 10, 20, 25])
})

it('tells at once what comes after a gap, also when its timer is late', () => {
  const tell = vi.fn()
  const hear = latest(100, tell)
  hear(1)
  hear(2)
  // In a hidden frame the clock goes on and timers do not.
  vi.setSystemTime(Date.now() + 500)
  hear(3)
  expect(tell.mock.calls.flat()).toEqual([1, 3])
  vi.advanceTimersByTime(5000)
  expect(tell).toHaveBeenCalledTimes(2)
})

it('is not silenced by a clock that is set back', () => {
  const tell = vi.fn()
  const hear = latest(100, tell)
  hear(1)
  vi.setSystemTime(Date.now() - 3_600_000)
  hear(2)
  expect(tell.mock.calls.flat()).toEqual([1, 2])
})
