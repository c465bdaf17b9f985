import type { Run } from '../run.ts'

/** The runs that chapter 4 points to. */
export const runs = {} as const satisfies Record<string, Run>
