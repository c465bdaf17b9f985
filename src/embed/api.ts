import {
  BadValueError,
  checkMessageId,
  EVENT_KINDS,
  frameAt,
  LIMITS,
  refuseOthers,
  traceHash,
} from '../sim/index.ts'
import type { Simulator } from '../store/simulator.ts'
import type { DoubleCharge, PublicState, Topic } from './api-types.ts'
import { publicState } from './public-state.ts'
import { clone, waitForEvent } from './wait-for.ts'

/** The longest caption, in characters. */
const LONGEST_CAPTION = 500

/**
 * The public API over a simulator. A bad argument throws an error that names argument, value and range, and changes
 * nothing.
 *
 * @param permalink the address that reproduces the present settings, inputs and playhead
 */
export function createApi(simulator: Simulator, ready: Promise<void>, permalink: () => string): DoubleCharge {
  const happened = () => {
    const { trace } = simulator.state
    return trace.events.slice(0, frameAt(trace, simulator.playhead.timeMs).eventCount)
  }
  const api: DoubleCharge = {
    version: 1,
    ready,
    pay: options => simulator.pay(amountOf(options)),
    newPayment: () => simulator.newPayment(),
    dropMessage: messageId => simulator.dropMessage(checkMessageId(messageId, 'messageId')),
    configure: settings => simulator.configure(settings),
    load: session => simulator.load(session),
    rerun: settings => simulator.rerun(settings),
    reset: () => simulator.reset(),
    undo: () => simulator.undo(),
    redo: () => simulator.redo(),
    play: () => simulator.play(),
    pause: () => simulator.pause(),
    step: () => simulator.step(),
    stepBack: () => simulator.stepBack(),
    seek: ms => simulator.seek(checkMs('ms', ms)),
    advance: ms => simulator.seek(simulator.playhead.timeMs + checkMs('ms', ms)),
    async runToEnd() {
      simulator.runToEnd()
      return publicState(simulator)
    },
    getState: () => clone(publicState(simulator)),
    getTrace: () => clone(happened()),
    traceHash: () => traceHash(happened()),
    permalink,
    waitFor: (kind, options) => waitForEvent(simulator, kind, options),
    on: (type, listener) => listen(simulator, type, listener),
    caption: text => simulator.caption(checkCaption(text)),
  }
  return Object.freeze(api)
}

function amountOf(options: unknown): unknown {
  if (options === undefined) return undefined
  if (typeof options !== 'object' || options === null)
    throw new BadValueError('options', options, '{ amount? }')
  refuseOthers(options, ['amount'], 'options')
  return (options as { amount?: unknown }).amount
}

function checkMs(argument: string, value: unknown): number {
  if (typeof value === 'number' && value >= 0 && value <= LIMITS.inputAtMs * 2) return value
  throw new BadValueError(argument, value, `a number of milliseconds from 0 to ${LIMITS.inputAtMs * 2}`)
}

function checkCaption(text: unknown): string | null {
  if (text === null) return null
  if (typeof text === 'string' && text.length <= LONGEST_CAPTION) return text === '' ? null : text
  throw new BadValueError('text', text, `null or a text of at most ${LONGEST_CAPTION} characters`)
}

function listen(
  simulator: Simulator,
  type: unknown,
  listener: Parameters<DoubleCharge['on']>[1],
): () => void {
  if (typeof listener !== 'function') throw new BadValueError('listener', listener, 'a function')
  const topics: readonly Topic[] = ['event', 'state', ...EVENT_KINDS]
  if (!topics.some(topic => topic === type))
    throw new BadValueError('type', type, `one of ${topics.join(', ')}`)
  const tell = guarded(listener)
  if (type === 'state') return listenToState(simulator, tell)
  return simulator.onPassed(events => {
    for (const event of events) if (type === 'event' || event.kind === type) tell(clone(event))
  })
}

/** A fault in a listener is the page's, which hears of it; neither the clock nor the other listeners may stop for it. */
function guarded<T>(listener: (value: T) => void): (value: T) => void {
  return value => {
    try {
      listener(value)
    } catch (error) {
      setTimeout(() => {
        throw error
      })
    }
  }
}

/** The store also changes for captions and the like; only what the public state shows is told. */
function listenToState(simulator: Simulator, listener: (state: PublicState) => void): () => void {
  const shown = () => {
    const { trace, frame, status, session } = simulator.state
    // While it runs the time alone is no news; there it changes with every frame.
    return [trace, frame.eventCount, status, session, status === 'running' ? null : frame.atMs] as const
  }
  let before = shown()
  return simulator.store.subscribe(() => {
    const now = shown()
    if (now.every((part, index) => part === before[index])) return
    before = now
    listener(clone(publicState(simulator)))
  })
}
