import type { State, Trace } from '../../sim/index.ts'

/** The state in which a run ends. */
export function endOf({ steps, opening }: Pick<Trace, 'steps' | 'opening'>): State {
  return steps.at(-1)?.state ?? opening
}
