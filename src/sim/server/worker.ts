import type { RequestMessage } from '../network/message.ts'
import type { Answer } from './answer.ts'
import type { Operation, OperationName } from './operation.ts'
import { HANDLERS, type StrategyId } from './strategy.ts'

/** How many requests the bank works on at once. */
export const WORKER_COUNT = 2

/** A worker at its request. Where it stands is the list of results its operations have had. */
export interface Work {
  readonly handler: StrategyId
  readonly message: RequestMessage
  readonly results: readonly unknown[]
}

/** What a worker does next: an operation, or handing over its answer. */
export type Pending = { readonly operation: Operation } | { readonly answer: Answer }

/** Runs the handler anew over the results so far; handlers are short and pure, so this is fast enough. */
export function pendingOf(work: Work): Pending {
  const { payment, attempt, key, payload } = work.message
  // Without a key only no-key runs, and that never looks at it.
  const handling = HANDLERS[work.handler]({ payment, attempt, key: key ?? '', payload })
  let next = handling.next()
  for (const result of work.results) next = handling.next(result)
  return next.done ? { answer: next.value } : { operation: next.value }
}

/** The pending operation's name and the words of the handler's text that contain it. */
export function operationOf(work: Work): { name: OperationName; text: string } {
  const pending = pendingOf(work)
  if ('answer' in pending) return { name: 'answer', text: pending.answer.text }
  return { name: pending.operation.name, text: pending.operation.name }
}

export function workerName(worker: number): string {
  return `w${worker + 1}`
}
