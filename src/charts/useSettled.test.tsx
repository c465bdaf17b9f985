import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useSettled } from './useSettled.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it('follows at once, then not again for a while, and then to the newest value', () => {
  const { result, rerender, unmount } = renderHook(value => useSettled(value, 500), { initialProps: 0 })
  rerender(1)
  expect(result.current).toBe(1)
  rerender(2)
  rerender(3)
  expect(result.current).toBe(1)
  act(() => vi.advanceTimersByTime(499))
  expect(result.current).toBe(1)
  act(() => vi.advanceTimersByTime(1))
  expect(result.current).toBe(3)
  rerender(4)
  unmount()
  expect(vi.getTimerCount()).toBe(0)
})
