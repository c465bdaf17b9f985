import type { BalancePoint } from '../store/selectors.ts'

/** A range and the values that are written beside it. */
export interface Axis {
  readonly domain: [number, number]
  readonly ticks: number[]
}

/** At most so many values on the money axis. */
const MOST_TICKS = 4

/** The money axis: from the opening balance down to at least two amounts below it, in round steps. */
export function balanceAxis(points: readonly BalancePoint[]): Axis {
  const values = points.flatMap(point => [point.balance, point.expected])
  const top = Math.max(...values)
  const bottom = Math.min(...values, top - 20_000)
  const step = roundStep((top - bottom) / (MOST_TICKS - 1))
  const ticks: number[] = []
  for (let value = Math.ceil(top / step) * step; value > bottom - step; value -= step) ticks.push(value)
  return { domain: [ticks.at(-1) ?? bottom, ticks[0] ?? top], ticks: ticks.reverse() }
}

/** The time axis: a value every second, or every so many, so that about six are written. */
export function timeTicks(scaleMs: number): number[] {
  const step = Math.max(1000, roundStep(scaleMs / 6))
  const ticks: number[] = []
  for (let at = 0; at <= scaleMs; at += step) ticks.push(at)
  return ticks
}

/** 1, 2 or 5 times a power of ten, not below the given step. */
function roundStep(atLeast: number): number {
  let power = 1
  while (power * 10 <= atLeast) power *= 10
  return [1, 2, 5, 10].map(factor => factor * power).find(step => step >= atLeast) ?? 10 * power
}
