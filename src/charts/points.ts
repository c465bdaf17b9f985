import { createContext, useContext } from 'react'
import type { BalancePoint } from '../store/selectors.ts'

/** The points that a chart draws. Not handed down as a property: they change often, and the chart around them seldom. */
export const Points = createContext<readonly BalancePoint[]>([])

export function usePoints(): readonly BalancePoint[] {
  return useContext(Points)
}
