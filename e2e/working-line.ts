import type { TraceEvent } from '../src/sim/index.ts'

/** What a worker is doing at a moment, as the bank's code says it. */
export interface Working {
  readonly handler: string
  readonly attempt: number
  /** The words of the operation, as they stand in the handler's text. */
  readonly operation: string
}

type Next = (event: TraceEvent) => string

/** What comes after what a worker did last: taking the request, finding a key, writing it, charging. */
interface Steps {
  readonly started: string
  readonly read?: (data: Readonly<Record<string, unknown>>) => string
  readonly written?: (status: unknown) => string
  readonly charged: string
}

const after =
  ({ started, read, written, charged }: Steps): Next =>
  ({ kind, data = {} }) => {
    if (kind === 'handler.started') return started
    if (kind === 'ledger.charged' || kind === 'ledger.declined') return charged
    if (kind === 'store.read') return read?.(data) ?? ''
    return kind === 'store.written' ? (written?.(data.status) ?? '') : ''
  }

const CHARGE = 'ledger.charge('
const ANSWER = 'answer(row)'

/** A script that claims the key or tells what stands there, and what it means that it still says "processing". */
const claiming = (running: string) =>
  after({
    started: 'store.claim(',
    read: ({ differs, found, known }) => {
      if (known) return 'store.save('
      if (differs) return 'mismatch()'
      return found === 'processing' ? running : 'replay(seen)'
    },
    written: status => (status === 'processing' ? CHARGE : ANSWER),
    charged: 'store.save(',
  })

const inserting = (violated: string) =>
  after({ started: 'db.insert(', read: () => violated, written: () => CHARGE, charged: ANSWER })

const lockCheckOutside = after({
  started: 'store.get(',
  read: ({ found }) => {
    if (found === 'nothing') return 'store.lock('
    return found === 'locked' ? 'conflict()' : 'replay(seen)'
  },
  written: status => {
    if (status === 'locked') return CHARGE
    return status === 'unlocked' || status === 'not ours' ? ANSWER : 'store.unlock('
  },
  charged: 'store.save(',
})

const setNx = after({
  started: 'store.setNX(',
  read: ({ found }) => (found === 'processing' ? 'conflict()' : 'alreadyDone()'),
  written: status => (status === 'processing' ? CHARGE : ANSWER),
  charged: 'store.set(',
})

const oneTransaction: Next = ({ kind, data }) => {
  if (kind === 'handler.started') return 'tx.insert('
  if (kind === 'store.read') {
    if (data?.differs === true) return 'mismatch()'
    return data?.found === 'processing' ? 'conflict()' : 'replay(seen)'
  }
  if (kind === 'server.failed') return ''
  if (kind === 'store.written' && data?.status === 'processing') return 'tx.charge('
  const staged = kind === 'ledger.declined' || (kind === 'store.written' && data?.staged !== undefined)
  return staged ? 'tx.commit(' : ANSWER
}

/** What each strategy does next; nothing where an event leaves a worker where it is. */
const NEXT: Readonly<Record<string, Next>> = {
  'no-key': after({ started: CHARGE, charged: ANSWER }),
  'charge-then-record': after({
    started: 'store.get(',
    read: ({ found }) => (found === 'nothing' ? CHARGE : 'replay(seen)'),
    written: () => ANSWER,
    charged: 'store.save(',
  }),
  'check-then-act': after({
    started: 'store.exists(',
    read: ({ found }) => (found === 'nothing' ? 'store.set(' : 'alreadyDone()'),
    written: () => CHARGE,
    charged: ANSWER,
  }),
  'unique-200': inserting('alreadyDone()'),
  'unique-409': inserting('duplicateKey()'),
  'one-transaction': oneTransaction,
  // An error after the charge ends this one: it has nothing to save.
  'set-nx': event => (event.kind === 'server.failed' ? ANSWER : setNx(event)),
  'lock-check-outside': lockCheckOutside,
  'lua-get-or-claim': claiming('conflict()'),
  'saved-response': claiming(CHARGE),
  'saved-response-downstream-key': claiming(CHARGE),
}

/** Faults that leave a worker at the operation it is at. */
const STAYS: readonly string[] = ['server.paused', 'server.resumed']

/** What the bank's workers are doing after these events, told from the public trace alone. */
export function workingAfter(trace: readonly TraceEvent[]): Working[] {
  const working = new Map<string, Working>()
  for (const event of trace) {
    const { worker, kind, attempt = 0, data } = event
    if (worker === undefined || STAYS.includes(kind)) continue
    if (kind === 'response.sent' || kind === 'server.crashed') {
      working.delete(worker)
      continue
    }
    const handler = kind === 'handler.started' ? String(data?.handler) : working.get(worker)?.handler
    const operation = handler && NEXT[handler]?.(event)
    if (handler && operation) working.set(worker, { handler, attempt, operation })
  }
  return [...working.values()]
}
