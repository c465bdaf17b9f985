import { outcomeHash } from '../sim/index.ts'
import type { Simulator } from '../store/simulator.ts'

/** So many digits of the checksum travel in a link. */
const DIGITS = 8

/** The checksum of a run's end state, as links carry it. */
export function outcomeOf(simulator: Simulator): string {
  return outcomeHash(simulator.state.trace).slice(0, DIGITS)
}
