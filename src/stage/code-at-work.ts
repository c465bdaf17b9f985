import {
  type Frame,
  openPayment,
  operationOf,
  type StrategyId,
  type Trace,
  type Work,
  workOf,
} from '../sim/index.ts'

/** What a worker does at a place, or did there: it runs, sleeps, has died, or its answer has already left. */
export type Doing = 'runs' | 'sleeps' | 'died' | 'answered'

/** A place in a handler's text where a worker stands. */
export interface Lit {
  /** The words of the operation; the line that contains them is lit. */
  readonly text: string
  readonly payment: number
  readonly attempt: number
  /** 2 for a request that was delivered twice. */
  readonly copy: number
  readonly doing: Doing
}

/** A handler whose text is to be shown, and where in it the workers stand. */
export interface CodeAtWork {
  readonly strategy: StrategyId
  readonly lit: readonly Lit[]
  /** The newest answer in sight came from the door: none of the code has run for it. */
  readonly atDoor?: boolean
}

/** The handlers at work at a moment; when none is, the one that answered last, or that will run next. */
export function codeAtWork(frame: Frame, trace: Trace): CodeAtWork[] {
  const atWork = new Map<StrategyId, Lit[]>()
  frame.state.workers.forEach((worker, number) => {
    const work = worker === 'down' ? lastWorkOf(number, frame, trace) : workOf(worker)
    if (!work) return
    const doing = worker === 'down' ? 'died' : work.asleep ? 'sleeps' : 'runs'
    atWork.set(work.handler, [...(atWork.get(work.handler) ?? []), litBy(work, doing)])
  })
  if (atWork.size > 0) return [...atWork].map(([strategy, lit]) => ({ strategy, lit }))
  return [justAnswered(frame, trace) ?? { strategy: nextHandler(frame), lit: [] }]
}

function litBy(work: Work, doing: Doing): Lit {
  const { payment, attempt, copy } = work.message
  return { text: operationOf(work).text, payment, attempt, copy, doing }
}

/** What a worker that is down was at: its state tells nothing any more, the one before its crash does. */
function lastWorkOf(worker: number, { stepCount }: Frame, { steps }: Trace): Work | null {
  for (let index = stepCount - 1; index > 0; index -= 1) {
    const choice = steps[index]?.choice
    if (choice?.kind === 'crash' && choice.worker === worker)
      return workOf(steps[index - 1]?.state.workers[worker])
  }
  return null
}

/** While the newest answer is in sight, the line that made it stays lit. */
function justAnswered(frame: Frame, trace: Trace): CodeAtWork | null {
  const newest = frame.packets.findLast(({ flight }) => flight.kind === 'response')
  if (newest?.fate !== 'in-flight' || !newest.flight.answer) return null
  const { message, payment, attempt, copy, answer } = newest.flight
  if (answer.text === '') return { strategy: nextHandler(frame), lit: [], atDoor: true }
  const request = message.replace('response', 'request')
  const started = trace.events
    .slice(0, frame.eventCount)
    .findLast(event => event.kind === 'handler.started' && event.message === request)
  const strategy = started?.data?.handler as StrategyId | undefined
  return strategy
    ? { strategy, lit: [{ text: answer.text, payment, attempt, copy, doing: 'answered' }] }
    : null
}

/** What a press of Pay would run. */
function nextHandler({ state }: Frame): StrategyId {
  const keys = state.payments[openPayment(state) - 1]?.keys ?? state.settings.keys
  return keys === 'off' ? 'no-key' : state.settings.server
}
