import type { State } from '../state.ts'
import type { IdempotencyRecord, KeyName, RecordName } from './record.ts'

/** Where a record is looked for. */
export interface Place {
  readonly scope: string
  readonly key: KeyName
  /** A worker's number, or null for what all share. */
  readonly instance: number | null
  /** Whether it is the lock of the key, not its record. */
  readonly lock?: boolean
}

/** The name of a record: a key means the same only within its scope, and a memory of one's own sees nobody else's. */
export function recordName({ scope, key, instance, lock = false }: Place): RecordName {
  return `${scope} ${key}${lock ? '/lock' : ''}${instance === null ? '' : `@${instance}`}`
}

/** All records of a key, in the order in which they were written. */
export function recordsOf({ store }: Pick<State, 'store'>, key: KeyName): IdempotencyRecord[] {
  return Object.values(store).filter(record => record.key === key)
}

export function withRecord(state: State, name: RecordName, record: IdempotencyRecord): State {
  // Copied by hand: spreading an object of hundreds of keys takes half as long again, and long runs do little else.
  const store: Record<RecordName, IdempotencyRecord> = {}
  for (const known in state.store) store[known] = state.store[known] as IdempotencyRecord
  store[name] = record
  return { ...state, store }
}

export function withoutRecords(state: State, names: readonly RecordName[]): State {
  if (names.length === 0) return state
  const store: Record<RecordName, IdempotencyRecord> = {}
  for (const known in state.store) {
    if (!names.includes(known)) store[known] = state.store[known] as IdempotencyRecord
  }
  return { ...state, store }
}
