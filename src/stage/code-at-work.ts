import {
  type Frame,
  openPayment,
  operationOf,
  type StrategyId,
  type Trace,
  workerName,
  workOf,
} from '../sim/index.ts'

/** A place in a handler's text where a worker stands. */
export interface Lit {
  /** The words of the operation; the line that contains them is lit. */
  readonly text: string
  readonly payment: number
  readonly attempt: number
  /** `w1`, or null when the answer has already left. */
  readonly worker: string | null
}

/** A handler whose text is to be shown, and where in it the workers stand. */
export interface CodeAtWork {
  readonly strategy: StrategyId
  readonly lit: readonly Lit[]
}

/** The handlers at work at a moment; when none is, the one that answered last, or that will run next. */
export function codeAtWork(frame: Frame, trace: Trace): CodeAtWork[] {
  const atWork = new Map<StrategyId, Lit[]>()
  frame.state.workers.forEach((busy, worker) => {
    const work = workOf(busy)
    if (!work) return
    const { payment, attempt } = work.message
    const lit = { text: operationOf(work).text, payment, attempt, worker: workerName(worker) }
    atWork.set(work.handler, [...(atWork.get(work.handler) ?? []), lit])
  })
  if (atWork.size > 0) return [...atWork].map(([strategy, lit]) => ({ strategy, lit }))
  return [justAnswered(frame, trace) ?? { strategy: nextHandler(frame), lit: [] }]
}

/** While the newest answer is in sight, the line that made it stays lit. */
function justAnswered(frame: Frame, trace: Trace): CodeAtWork | null {
  const newest = frame.packets.findLast(({ flight }) => flight.kind === 'response')
  if (newest?.fate !== 'in-flight' || !newest.flight.answer) return null
  const { message, payment, attempt, answer } = newest.flight
  const request = message.replace('response', 'request')
  const started = trace.events
    .slice(0, frame.eventCount)
    .findLast(event => event.kind === 'handler.started' && event.message === request)
  const strategy = started?.data?.handler as StrategyId | undefined
  return strategy ? { strategy, lit: [{ text: answer.text, payment, attempt, worker: null }] } : null
}

/** What a press of Pay would run. */
function nextHandler({ state }: Frame): StrategyId {
  const keys = state.payments[openPayment(state) - 1]?.keys ?? state.settings.keys
  return keys === 'off' ? 'no-key' : state.settings.server
}
