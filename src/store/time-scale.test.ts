import { expect, it } from 'vitest'
import { roundStep, timeScaleMs } from './time-scale.ts'

it.each([
  [0, 6000],
  [6000, 6000],
  [6000.5, 7000],
  [12_000, 12_000],
  [12_000.5, 14_000],
  [24_000.5, 25_000],
  [90_000, 90_000],
  [121_000, 140_000],
])('the time axis of %d watched milliseconds reaches to %d', (watchedMs, scaleMs) => {
  expect(timeScaleMs(watchedMs)).toBe(scaleMs)
})

it.each([
  [1, 1],
  [1.1, 2],
  [2.1, 5],
  [5.1, 10],
  [1000, 1000],
  [6001, 10_000],
])('a round step not below %d is %d', (atLeast, step) => {
  expect(roundStep(atLeast)).toBe(step)
})
