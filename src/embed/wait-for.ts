import { BadValueError, EVENT_KINDS, frameAt, isMessageId, type TraceEvent } from '../sim/index.ts'
import type { Simulator } from '../store/simulator.ts'
import type { WaitOptions } from './api-types.ts'

/** Which event is waited for. */
interface Wanted {
  readonly kind: string
  readonly payment: string | undefined
  readonly attempt: number | undefined
  readonly afterId: number
  readonly timeoutMs: number
}

/**
 * Waits until the playhead has passed an event of a kind; past events count. Rejects when the time is up, or when
 * nothing more will happen and the event cannot come.
 *
 * @throws BadValueError naming argument, value and range
 */
export function waitForEvent(simulator: Simulator, kind: unknown, options: unknown): Promise<TraceEvent> {
  const wanted = checkWanted(kind, options)
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void) => {
      clearTimeout(timer)
      off()
      finish()
    }
    const look = () => {
      const event = find(simulator, wanted)
      if (event) settle(() => resolve(clone(event)))
      // Whoever waits, sets something and presses in the same breath must not be told that nothing will happen.
      else if (simulator.state.status === 'idle') queueMicrotask(giveUp)
    }
    const giveUp = () => {
      if (simulator.state.status !== 'idle') return
      settle(() =>
        reject(new Error(`${wanted.kind} cannot come: nothing more will happen without an input.`)),
      )
    }
    const timer = setTimeout(
      () => settle(() => reject(new Error(`${wanted.kind} did not come within ${wanted.timeoutMs} ms.`))),
      wanted.timeoutMs,
    )
    const off = simulator.store.subscribe(look)
    look()
  })
}

function find(simulator: Simulator, wanted: Wanted): TraceEvent | undefined {
  const { trace } = simulator.state
  const happened = frameAt(trace, simulator.playhead.timeMs).eventCount
  return trace.events
    .slice(wanted.afterId + 1, happened)
    .find(
      event =>
        event.kind === wanted.kind &&
        (wanted.payment === undefined || event.payment === wanted.payment) &&
        (wanted.attempt === undefined || event.attempt === wanted.attempt),
    )
}

function checkWanted(kind: unknown, options: unknown): Wanted {
  if (!EVENT_KINDS.some(known => known === kind))
    throw new BadValueError('kind', kind, `one of ${EVENT_KINDS.join(', ')}`)
  if (options !== undefined && (typeof options !== 'object' || options === null)) {
    throw new BadValueError('options', options, '{ payment?, attempt?, afterId?, timeoutMs? }')
  }
  const { payment, attempt, afterId = -1, timeoutMs = 10_000 } = (options ?? {}) as WaitOptions
  if (payment !== undefined && (typeof payment !== 'string' || !isMessageId(`${payment}.a1.request`))) {
    throw new BadValueError('options.payment', payment, 'a payment id such as p1')
  }
  if (attempt !== undefined) checkWhole('options.attempt', attempt, 1, 1_000)
  return {
    kind: String(kind),
    payment,
    attempt,
    afterId: checkWhole('options.afterId', afterId, -1, 1_000_000),
    timeoutMs: checkWhole('options.timeoutMs', timeoutMs, 0, 600_000),
  }
}

function checkWhole(argument: string, value: unknown, min: number, max: number): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) return value
  throw new BadValueError(argument, value, `a whole number from ${min} to ${max}`)
}

/** What leaves the page is a copy: a script that changes it changes nothing here. */
export function clone<T>(value: T): T {
  return structuredClone(value)
}
