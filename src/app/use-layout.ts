import { useMediaQuery } from '../ui/useMediaQuery.ts'

export type Layout = 'wide' | 'compact'

/** Compact: one column, and Pay and the keys switch in a bar within the thumb's reach; wide only where the wires keep 200 px between phone and bank. */
export function useLayout(): Layout {
  return useMediaQuery('(max-width: 1099.98px)') ? 'compact' : 'wide'
}
