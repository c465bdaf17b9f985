import type { RequestMessage } from '../network/message.ts'
import { type Answer, answer } from './answer.ts'
import type { Operation, OperationName, StagedCharge } from './operation.ts'
import type { StrategyId } from './strategies.ts'
import { HANDLERS } from './strategy.ts'

/** How many requests the bank works on at once. */
export const WORKER_COUNT = 2

/** A worker at its request. Where it stands is the list of results its operations have had. */
export interface Work {
  readonly handler: StrategyId
  readonly message: RequestMessage
  readonly results: readonly unknown[]
  /** It sleeps before its next operation: a garbage collection, a machine that is moved. */
  readonly asleep: boolean
}

/** A worker: at a request, idle, or dead until it is restarted. */
export type Worker = Work | null | 'down'

/** What a worker is at; null for one that is idle or down. */
export function workOf(worker: Worker | undefined): Work | null {
  return worker && worker !== 'down' ? worker : null
}

/** What a worker does next: an operation, or handing over its answer. */
export type Pending = { readonly operation: Operation } | { readonly answer: Answer }

interface Position {
  readonly performed: readonly Operation[]
  readonly pending: Pending
}

/**
 * The positions asked about last, so that a handler is not run over its results twice in a row. A few, since a few
 * workers take turns; a weak map of all would keep the garbage collector busier than running the handler does.
 */
const latest: { readonly work: Work; readonly position: Position }[] = []
const LATEST = 4
let turn = 0

function positionOf(work: Work): Position {
  for (const { work: known, position } of latest) if (known === work) return position
  const { payment, attempt, key, payload } = work.message
  // Without a key only no-key runs, and that never looks at it.
  const handling = HANDLERS[work.handler]({ payment, attempt, key: key ?? '', payload })
  const performed: Operation[] = []
  let next = handling.next()
  for (const result of work.results) {
    if (!next.done) performed.push(next.value)
    next = handling.next(result)
  }
  const position = { performed, pending: pendingAfter(work, next) }
  latest[turn] = { work, position }
  turn = (turn + 1) % LATEST
  return position
}

/** A charge that failed goes on only to be saved or rolled back; else the error ends the handler where it stands. */
function pendingAfter({ results }: Work, next: IteratorResult<Operation, Answer>): Pending {
  if (next.done) return { answer: next.value }
  const last = results.at(-1) as StagedCharge | null | undefined
  const isCarriedOn = 'row' in next.value
  return last?.failed && !isCarriedOn ? { answer: answer(last) } : { operation: next.value }
}

/** What a worker does next. */
export function pendingOf(work: Work): Pending {
  return positionOf(work).pending
}

/** The operations a worker has done, in order; `work.results` holds what each gave. */
export function performedOf(work: Work): readonly Operation[] {
  return positionOf(work).performed
}

/** The pending operation's name and the words of the handler's text that contain it. */
export function operationOf(work: Work): { name: OperationName; text: string } {
  const pending = pendingOf(work)
  if ('answer' in pending) return { name: 'answer', text: pending.answer.text }
  return { name: pending.operation.name, text: `${pending.operation.name}(` }
}

/** Whether a worker has inserted its key in a transaction that it has not committed. */
export function isInTransaction(work: Work): boolean {
  const performed = performedOf(work)
  const inserted = performed.findIndex(({ name }) => name === 'tx.insert')
  return (
    inserted >= 0 && work.results[inserted] === null && !performed.some(({ name }) => name === 'tx.commit')
  )
}

export function workerName(worker: number): string {
  return `w${worker + 1}`
}
