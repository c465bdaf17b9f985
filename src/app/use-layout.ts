import { useMediaQuery } from '../ui/useMediaQuery.ts'

export type Layout = 'wide' | 'compact'

/** Compact: one column, and Pay and the keys switch in a bar within the thumb's reach. */
export function useLayout(): Layout {
  return useMediaQuery('(max-width: 819.98px)') ? 'compact' : 'wide'
}
