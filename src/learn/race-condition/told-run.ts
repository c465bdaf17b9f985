import type { LuaAnswer, LuaProblem } from '../../engines/lua-script.ts'
import { printReply } from '../../sim/index.ts'
import type { Recorded } from './recorded.ts'

/** A run of the script as the list shows it. */
export interface ToldRun extends Recorded {
  readonly id: number
  readonly problem: LuaProblem | null
  /** It had no end, and was stopped. */
  readonly stopped?: boolean
  /** Not run here and now, but recorded from the real interpreter. */
  readonly recorded?: boolean
}

/** An answer of the interpreter in the words of redis-cli. */
export function toldOf(worker: number, { outcome, ran, more }: LuaAnswer): Omit<ToldRun, 'id'> {
  const lines = ran.map(({ argv, reply }) => `${argv.join(' ')} → ${printReply(reply)}`)
  const problem = 'kind' in outcome ? outcome : null
  return {
    worker,
    ran: more > 0 ? [...lines, `… and ${more} more`] : lines,
    reply: 'kind' in outcome ? `(error) ${outcome.text}` : printReply(outcome),
    problem,
  }
}
