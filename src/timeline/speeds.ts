/** Virtual time per wall-clock time, as the combobox offers it. */
export const SPEEDS: readonly number[] = [0.25, 0.5, 1, 2, 4, 8]
