import { type Session, simulate, type Trace } from '../sim/index.ts'

/**
 * A session's trace. It lasts as far as the last input, also where that changes nothing yet (a message lost before it
 * is sent): who presses there must not be thrown back in time, or the next press would drop the input again.
 *
 * @throws LimitError
 */
export function runSession(session: Session): Trace {
  const trace = simulate(session)
  const lastInputMs = session.inputs.at(-1)?.at ?? 0
  return lastInputMs > trace.endMs ? { ...trace, endMs: lastInputMs } : trace
}
