import { act, renderHook } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { useMediaQuery } from './useMediaQuery.ts'

afterEach(() => vi.unstubAllGlobals())

it('follows the query', () => {
  const list = Object.assign(new EventTarget(), { matches: true })
  vi.stubGlobal('matchMedia', () => list)
  const { result } = renderHook(() => useMediaQuery('(pointer: coarse)'))
  expect(result.current).toBe(true)
  act(() => {
    list.matches = false
    list.dispatchEvent(new Event('change'))
  })
  expect(result.current).toBe(false)
})

it('is false where there is no matchMedia', () => {
  vi.stubGlobal('matchMedia', undefined)
  const { result } = renderHook(() => useMediaQuery('(pointer: coarse)'))
  expect(result.current).toBe(false)
})
