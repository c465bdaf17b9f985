/** Where the lanes stand and how high rows are, in px. */
export interface Measures {
  /** The lane of who pays. */
  readonly you: number
  /** The bank's door: where requests wait, and where some are turned away. */
  readonly door: number
  /** One lane for each of the bank's workers. */
  readonly workers: readonly number[]
  /** All lanes together, with their margins. */
  readonly width: number
  /** The least height of a row. */
  readonly row: number
  /** Whether there is room for words on the wires. */
  readonly roomy: boolean
}

export const WIDE: Measures = { you: 36, door: 196, workers: [232, 304], width: 348, row: 28, roomy: true }

/** For phones: the words beside the lanes say what the wires have no room for. */
export const NARROW: Measures = {
  you: 26,
  door: 84,
  workers: [98, 122],
  width: 136,
  row: 52,
  roomy: false,
}

/** However long one waits, two rows are no farther apart. */
export const HIGHEST_ROW = 96

/** How far a millisecond pushes rows apart, between the least and the greatest height of a row. */
export const PX_PER_MS = 0.08

/** The height of the row of an event after which nothing happens for so long. */
export function rowHeight({ row }: Measures, untilNextMs: number): number {
  return Math.round(Math.max(row, Math.min(HIGHEST_ROW, untilNextMs * PX_PER_MS)))
}
