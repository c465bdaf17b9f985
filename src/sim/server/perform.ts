import type { ProtoEvent } from '../event.ts'
import type { IdempotencyRecord, RecordName } from '../idempotency/record.ts'
import { recordName, withoutRecords, withRecord } from '../idempotency/store.ts'
import type { State } from '../state.ts'
import { answer } from './answer.ts'
import { charge, stage } from './charge.ts'
import type { Operation, SeenKey, StagedCharge } from './operation.ts'
import { fingerprintOf, scopeOf } from './request.ts'
import { type Tell, telling } from './tell.ts'
import type { Work } from './worker.ts'

/** What an operation did: the next state, the result its handler is given, and what there is to tell. */
type Performed = [State, unknown, ProtoEvent[]]

/** A worker at one operation. */
interface At {
  readonly state: State
  readonly worker: number
  readonly work: Work
  readonly tell: Tell
}

/** Does one operation of a worker's handler on store and ledger. */
export function perform(state: State, worker: number, work: Work, operation: Operation): Performed {
  const at: At = { state, worker, work, tell: telling(worker, work) }
  switch (operation.name) {
    case 'store.exists':
      return exists(at)
    case 'store.get':
      return get(at)
    case 'store.set':
      return set(at, operation.status)
    case 'store.setNX':
      return insert(at, memoryOf(at), operation.status, 'lease')
    case 'store.claim':
      return insert(at, memoryOf(at), 'processing', 'ever')
    case 'store.save':
      return save(at, operation.row)
    case 'store.lock':
      return lock(at)
    case 'store.unlock':
      return unlock(at)
    case 'db.insert':
      return insert(at, null, 'inserted', 'ttl')
    case 'ledger.charge': {
      const [next, row, event] = charge(state, work, stage(work), operation.key, at.tell)
      return [next, row, [event]]
    }
    case 'tx.insert':
      return insert(at, null, 'processing', 'ever')
    case 'tx.charge':
      return stageInTransaction(at)
    case 'tx.commit':
      return commit(at, operation.row)
  }
}

/** Whose memory a store command goes to: the one all share, or the instance's own. */
function memoryOf({ state, worker }: At): number | null {
  return state.settings.memory === 'shared' ? null : worker
}

function nameOf({ work }: At, instance: number | null, lock = false): RecordName {
  const { key, method, payload } = work.message
  if (key === null) throw new Error('This strategy runs only for requests with a key.')
  return recordName({ scope: scopeOf(method, payload), key, instance, lock })
}

/** A new record of the request's key. */
function recordOf(
  { work }: At,
  instance: number | null,
  fields: Pick<IdempotencyRecord, 'status' | 'life'> & Partial<IdempotencyRecord>,
): IdempotencyRecord {
  const { key, payload } = work.message
  return { key: key ?? '', instance, fingerprint: fingerprintOf(payload), ...fields }
}

function exists(at: At): Performed {
  const name = nameOf(at, memoryOf(at))
  const found = at.state.store[name]
  return [at.state, found !== undefined, [at.tell('store.read', name, { found: found?.status ?? 'nothing' })]]
}

function get(at: At): Performed {
  const name = nameOf(at, memoryOf(at))
  const found = at.state.store[name]
  const seen = found ? seenOf(at, found) : null
  return [at.state, seen, [at.tell('store.read', name, { found: found?.status ?? 'nothing' })]]
}

function set(at: At, status: IdempotencyRecord['status']): Performed {
  const instance = memoryOf(at)
  const name = nameOf(at, instance)
  const record = recordOf(at, instance, { status, life: 'ttl' })
  return [withRecord(at.state, name, record), undefined, [at.tell('store.written', name, { status })]]
}

function seenOf({ work }: At, found: IdempotencyRecord): SeenKey {
  return {
    differs: found.fingerprint !== fingerprintOf(work.message.payload),
    running: found.status === 'processing',
    answer: found.answer,
  }
}

/** Atomic: either the key is new and is written down, or what stands there is told (the unique constraint's violation). */
function insert(
  at: At,
  instance: number | null,
  status: IdempotencyRecord['status'],
  life: IdempotencyRecord['life'],
): Performed {
  const name = nameOf(at, instance)
  const found = at.state.store[name]
  if (found) {
    const seen = seenOf(at, found)
    const data = { found: found.status, differs: seen.differs }
    return [at.state, seen, [at.tell('store.read', name, data)]]
  }
  const next = withRecord(at.state, name, recordOf(at, instance, { status, life }))
  return [next, null, [at.tell('store.written', name, { status })]]
}

/** A 500 is saved like any answer, or forgotten with the key. */
function isForgotten({ state }: At, row: StagedCharge): boolean {
  return row.failed && state.settings.errorReplay === 'run-again'
}

function save(at: At, row: StagedCharge): Performed {
  const instance = memoryOf(at)
  const name = nameOf(at, instance)
  if (isForgotten(at, row)) {
    const forgotten = at.tell('store.written', name, { status: 'forgotten' })
    return [withoutRecords(at.state, [name]), undefined, [forgotten]]
  }
  const saved = answer(row)
  const record = recordOf(at, instance, { status: 'completed', life: 'ttl', answer: saved })
  const event = at.tell('store.written', name, { status: 'completed', saved: saved.status })
  return [withRecord(at.state, name, record), undefined, [event]]
}

function lock(at: At): Performed {
  const instance = memoryOf(at)
  const name = nameOf(at, instance, true)
  if (at.state.store[name]) return [at.state, false, [at.tell('store.read', name, { found: 'locked' })]]
  const owner = at.work.message.id
  const next = withRecord(at.state, name, recordOf(at, instance, { status: 'locked', life: 'lease', owner }))
  return [next, true, [at.tell('store.written', name, { status: 'locked' })]]
}

function unlock(at: At): Performed {
  const name = nameOf(at, memoryOf(at), true)
  const isOwn = at.state.store[name]?.owner === at.work.message.id
  const event = at.tell('store.written', name, { status: isOwn ? 'unlocked' : 'not ours' })
  return [isOwn ? withoutRecords(at.state, [name]) : at.state, undefined, [event]]
}

function stageInTransaction({ state, work, tell }: At): Performed {
  const row = stage(work)
  if (row.declined) return [state, row, [tell('ledger.declined', null, { amount: row.amount })]]
  return [state, row, [tell('store.written', null, { staged: row.id, amount: row.amount })]]
}

function commit(at: At, row: StagedCharge): Performed {
  const name = nameOf(at, null)
  if (isForgotten(at, row)) {
    // An error that is not answered for rolls everything back, the charge with it.
    const rolledBack = at.tell('store.written', name, { status: 'rolled back' })
    return [withoutRecords(at.state, [name]), undefined, [rolledBack]]
  }
  const saved = answer(row)
  const record = recordOf(at, null, { status: 'completed', life: 'ttl', answer: saved })
  const committed = withRecord(at.state, name, record)
  const savedEvent = at.tell('store.written', name, { status: 'completed', saved: saved.status })
  if (row.declined) return [committed, undefined, [savedEvent]]
  const [next, , event] = charge(committed, at.work, row, null, at.tell)
  return [next, undefined, [event, savedEvent]]
}
