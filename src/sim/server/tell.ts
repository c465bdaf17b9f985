import type { ProtoEvent } from '../event.ts'
import type { RecordName } from '../idempotency/record.ts'
import type { Work } from './worker.ts'

type StoreOrLedger = 'store.read' | 'store.written' | 'ledger.charged' | 'ledger.declined'

/** Tells of an operation of a worker: on a record of a key, or on none. */
export type Tell = (
  kind: StoreOrLedger,
  record: RecordName | null,
  data: Record<string, unknown>,
) => ProtoEvent

export function telling(worker: number, { message }: Work): Tell {
  const { payment, attempt, key } = message
  return (kind, record, data) => ({
    actor: kind.startsWith('ledger') ? 'ledger' : 'store',
    kind,
    payment,
    attempt,
    worker,
    cause: record === null ? [`worker ${worker}`] : [`worker ${worker}`, `record ${record}`],
    marks: [
      `worker ${worker}`,
      ...(kind === 'store.written' && record !== null ? ([`record ${record}`] as const) : []),
      ...(kind === 'ledger.charged' ? ([`charge ${payment}`] as const) : []),
    ],
    data: record === null ? data : { key, ...data },
  })
}
