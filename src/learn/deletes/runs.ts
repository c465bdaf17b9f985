import type { Run } from '../run.ts'

/** The runs that chapter 6 points to: none, for the world of the simulator deletes nothing. */
export const runs = {} as const satisfies Record<string, Run>
