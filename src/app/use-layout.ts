import { useMediaQuery } from '../ui/useMediaQuery.ts'

export type Layout = 'wide' | 'compact'

const BELOW_STAGE = '(max-width: 819.98px)'
const BELOW_SIDE = '(max-width: 1099.98px)'

/**
 * Compact: one column, and Pay and the keys switch in a bar; wide only where the wires keep 200 px between phone and
 * bank.
 *
 * @param alone whether the stage may stand without the settings beside it, as in a hall or in a frame
 */
export function useLayout(alone = false): Layout {
  return useMediaQuery(alone ? BELOW_STAGE : BELOW_SIDE) ? 'compact' : 'wide'
}

/** Whether settings and events have room beside the stage. */
export function useRoomBeside(): boolean {
  return !useMediaQuery(BELOW_SIDE)
}
