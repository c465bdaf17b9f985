import type { TraceEvent } from '../src/sim/index.ts'

/** What a worker is doing at a moment, as the bank's code says it. */
export interface Working {
  readonly handler: string
  readonly attempt: number
  /** The words of the operation, as they stand in the handler's text. */
  readonly operation: string
}

/** What each strategy does after what it did last; `start` is the taking of the request. */
const NEXT: Readonly<Record<string, (event: TraceEvent) => string>> = {
  'no-key': ({ kind }) => (kind === 'handler.started' ? 'ledger.charge' : 'answer(row)'),
  'check-then-act': ({ kind, data }) => {
    if (kind === 'handler.started') return 'store.exists'
    if (kind === 'store.read') return data?.found === 'nothing' ? 'store.set' : 'alreadyDone()'
    return kind === 'store.written' ? 'ledger.charge' : 'answer(row)'
  },
  'one-transaction': ({ kind, data }) => {
    if (kind === 'handler.started') return 'tx.insert'
    if (kind === 'store.read') {
      if (data?.differs === true) return 'mismatch()'
      return data?.found === 'processing' ? 'conflict()' : 'replay(seen)'
    }
    if (kind === 'store.written' && data?.status === 'processing') return 'tx.charge'
    const staged = kind === 'ledger.declined' || (kind === 'store.written' && data?.staged !== undefined)
    return staged ? 'tx.commit' : 'answer(row)'
  },
}

/** What the bank's workers are doing after these events, told from the public trace alone. */
export function workingAfter(trace: readonly TraceEvent[]): Working[] {
  const working = new Map<string, Working>()
  for (const event of trace) {
    const { worker, kind, attempt = 0, data } = event
    if (worker === undefined) continue
    if (kind === 'response.sent') {
      working.delete(worker)
      continue
    }
    const handler = kind === 'handler.started' ? String(data?.handler) : working.get(worker)?.handler
    const operation = handler && NEXT[handler]?.(event)
    if (handler && operation) working.set(worker, { handler, attempt, operation })
  }
  return [...working.values()]
}
