import { outcomeHash, type Trace } from '../sim/index.ts'

/** So many digits of the checksum travel in a link. */
const DIGITS = 8

/** The checksum of a run's end state, as links carry it. */
export function checksumOf(trace: Trace): string {
  return outcomeHash(trace).slice(0, DIGITS)
}
