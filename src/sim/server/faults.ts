import type { EventKind, ProtoEvent, Ref } from '../event.ts'
import { recordName, withoutRecords } from '../idempotency/store.ts'
import type { State } from '../state.ts'
import type { StagedCharge } from './operation.ts'
import { scopeOf } from './request.ts'
import { beginNext, withWorker, workAt } from './server.ts'
import { isInTransaction, performedOf, type Work } from './worker.ts'

type Next = [State, ProtoEvent[]]

/** A worker dies at its request: an open transaction is rolled back, a memory of its own is gone, and nobody is told. */
export function crash(state: State, worker: number): Next {
  const work = workAt(state, worker)
  const { id } = work.message
  const rolledBack = openRecord(work)
  const forgotten = Object.keys(state.store).filter(name => state.store[name]?.instance === worker)
  const gone = rolledBack === null ? forgotten : [...forgotten, rolledBack]
  const event = tell('server.crashed', worker, work, [`message ${id}`], {
    after: performedOf(work).at(-1)?.name ?? 'nothing',
    rolledBack: rolledBack !== null,
    forgotten: forgotten.length,
  })
  return [withWorker(withoutRecords(state, gone), worker, 'down'), [event]]
}

/** The record that a worker's transaction has inserted and not committed. */
function openRecord(work: Work): string | null {
  const { key, method, payload } = work.message
  if (key === null || !isInTransaction(work)) return null
  return recordName({ scope: scopeOf(method, payload), key, instance: null })
}

/** It is back, and takes the next request that waits. */
export function restart(state: State, worker: number): Next {
  const restarted: ProtoEvent = {
    actor: 'server',
    kind: 'server.restarted',
    worker,
    cause: [`worker ${worker}`],
    marks: [`worker ${worker}`],
  }
  const [next, events] = beginNext(state, worker)
  return [next, [restarted, ...events]]
}

/** A worker stops in the middle and does not know it. */
export function pause(state: State, worker: number): Next {
  const work = workAt(state, worker)
  return [withWorker(state, worker, { ...work, asleep: true }), [tell('server.paused', worker, work)]]
}

export function resume(state: State, worker: number): Next {
  const work = workAt(state, worker)
  return [withWorker(state, worker, { ...work, asleep: false }), [tell('server.resumed', worker, work)]]
}

/** Whether a charge that was made or declined can still turn into an error. */
export function mayFail(work: Work): boolean {
  const row = work.results.at(-1) as StagedCharge
  return !row.declined && !row.failed
}

/** The bank breaks right after a charge: what it will answer is a 500. */
export function fail(state: State, worker: number): Next {
  const work = workAt(state, worker)
  const row = work.results.at(-1) as StagedCharge
  const results = work.results.with(-1, { ...row, failed: true })
  return [withWorker(state, worker, { ...work, results }), [tell('server.failed', worker, work)]]
}

function tell(
  kind: EventKind,
  worker: number,
  { message }: Work,
  marks: Ref[] = [],
  data?: ProtoEvent['data'],
): ProtoEvent {
  return {
    actor: 'server',
    kind,
    payment: message.payment,
    attempt: message.attempt,
    worker,
    cause: [`worker ${worker}`],
    marks: [`worker ${worker}`, ...marks],
    ...(data && { data }),
  }
}
