import { useContext } from 'react'
import { useMediaQuery } from '../useMediaQuery.ts'
import { MotionPreference } from './preference.ts'

/** Whether things must stand still: the page's setting, or else the system's. */
export function useReducedMotion(): boolean {
  const preference = useContext(MotionPreference)
  const system = useMediaQuery('(prefers-reduced-motion: reduce)')
  return preference === 'user' ? system : preference === 'always'
}
