import type { BalancePoint } from '../store/selectors.ts'
import { roundStep } from '../store/time-scale.ts'

/** A range of money in round steps, in minor units. */
export interface Axis {
  readonly bottom: number
  readonly top: number
  readonly step: number
}

/** At most so many values on the money axis. */
const MOST_TICKS = 4

/** The money axis: from the opening balance down to at least two amounts below it, in round steps. */
export function balanceAxis(points: readonly BalancePoint[]): Axis {
  const values = points.flatMap(point => [point.balance, point.expected])
  const top = Math.max(...values)
  const bottom = Math.min(...values, top - 20_000)
  const step = roundStep((top - bottom) / (MOST_TICKS - 1))
  return { bottom: Math.floor(bottom / step) * step, top: Math.ceil(top / step) * step, step }
}

/** The values that are written beside a range: every step of it. */
export function ticksOf({ bottom, top, step }: Axis): number[] {
  return Array.from({ length: Math.round((top - bottom) / step) + 1 }, (_, index) => bottom + index * step)
}

/** The time axis: a value every second, or every so many, so that about six are written. */
export function timeTicks(scaleMs: number): number[] {
  const step = Math.max(1000, roundStep(scaleMs / 6))
  return ticksOf({ bottom: 0, top: Math.floor(scaleMs / step) * step, step })
}
