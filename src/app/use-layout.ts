import { useMediaQuery } from '../ui/useMediaQuery.ts'

export type Layout = 'wide' | 'compact'

/** Compact: one column, and Pay and the keys switch in a bar within the thumb's reach; wide only where the wires keep 200 px between phone and bank. A hall has no settings beside them. */
export function useLayout(inHall = false): Layout {
  return useMediaQuery(`(max-width: ${inHall ? 819.98 : 1099.98}px)`) ? 'compact' : 'wide'
}
