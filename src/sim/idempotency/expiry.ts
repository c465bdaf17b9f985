import type { ProtoEvent } from '../event.ts'
import type { State } from '../state.ts'
import type { RecordName } from './record.ts'
import { withoutRecords } from './store.ts'

/** Whether a record may ever run out. */
export function isMortal({ store }: State, name: RecordName): boolean {
  const life = store[name]?.life
  return life !== undefined && life !== 'ever'
}

/** A record has come to the end of its time: the bank no longer knows the key, or the lock is free. */
export function expire(state: State, name: RecordName): [State, ProtoEvent[]] {
  const record = state.store[name]
  const expired: ProtoEvent = {
    actor: 'store',
    kind: 'record.expired',
    cause: [`record ${name}`],
    marks: [`record ${name}`],
    data: { key: record?.key, life: record?.life, status: record?.status },
  }
  return [withoutRecords(state, [name]), [expired]]
}
