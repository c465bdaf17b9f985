import type { ProtoEvent } from '../event.ts'
import type { IdempotencyRecord, KeyName } from '../idempotency/record.ts'
import { chargesOf, post } from '../ledger/account.ts'
import type { State } from '../state.ts'
import { answer } from './answer.ts'
import type { Operation, SeenKey, StagedCharge } from './operation.ts'
import { fingerprintOf } from './request.ts'
import type { Work } from './worker.ts'

/** What an operation did: the next state, the result its handler is given, and what there is to tell. */
type Performed = [State, unknown, ProtoEvent[]]

/** Does one operation of a worker's handler on store and ledger. */
export function perform(state: State, worker: number, work: Work, operation: Operation): Performed {
  const tell = telling(worker, work)
  const { key } = work.message
  switch (operation.name) {
    case 'store.exists': {
      const found = state.store[operation.key]
      return [
        state,
        found !== undefined,
        [tell('store.read', operation.key, { found: found?.status ?? 'nothing' })],
      ]
    }
    case 'store.set': {
      const record = { status: operation.status, fingerprint: fingerprintOf(work.message.payload) }
      return [
        withRecord(state, operation.key, record),
        undefined,
        [tell('store.written', operation.key, { status: record.status })],
      ]
    }
    case 'ledger.charge': {
      const row = stage(work)
      const [next, event] = charge(state, work, row, tell)
      return [next, row, [event]]
    }
    case 'tx.insert':
      return insert(state, work, requireKey(key), tell)
    case 'tx.charge': {
      const row = stage(work)
      if (row.declined) return [state, row, [tell('ledger.declined', null, { amount: row.amount })]]
      return [state, row, [tell('store.written', null, { staged: row.id, amount: row.amount })]]
    }
    case 'tx.commit': {
      const { row } = operation
      const fingerprint = fingerprintOf(work.message.payload)
      const record: IdempotencyRecord = { status: 'completed', fingerprint, answer: answer(row) }
      const committed = withRecord(state, requireKey(key), record)
      const saved = tell('store.written', key, { status: 'completed', saved: answer(row).status })
      if (row.declined) return [committed, undefined, [saved]]
      const [next, event] = charge(committed, work, row, tell)
      return [next, undefined, [event, saved]]
    }
  }
}

type Tell = (
  kind: 'store.read' | 'store.written' | 'ledger.charged' | 'ledger.declined',
  key: KeyName | null,
  data: Record<string, unknown>,
) => ProtoEvent

function telling(worker: number, work: Work): Tell {
  const { payment, attempt } = work.message
  return (kind, key, data) => ({
    actor: kind.startsWith('ledger') ? 'ledger' : 'store',
    kind,
    payment,
    attempt,
    worker,
    cause: key === null ? [`worker ${worker}`] : [`worker ${worker}`, `record ${key}`],
    marks: [
      `worker ${worker}`,
      ...(kind === 'store.written' && key !== null ? ([`record ${key}`] as const) : []),
      ...(kind === 'ledger.charged' ? ([`charge ${payment}`] as const) : []),
    ],
    data: key === null ? data : { key, ...data },
  })
}

function stage(work: Work): StagedCharge {
  const { payment, attempt, payload } = work.message
  return { id: `ch_${payment}_${attempt}`, amount: payload.amount, declined: payload.card !== 'tok_ok' }
}

function charge(state: State, work: Work, row: StagedCharge, tell: Tell): [State, ProtoEvent] {
  if (row.declined) return [state, tell('ledger.declined', null, { amount: row.amount })]
  const { payment, attempt } = work.message
  const ledger = post(state.ledger, {
    id: row.id,
    payment,
    attempt,
    amount: row.amount,
    handler: work.handler,
  })
  const data = {
    charge: row.id,
    amount: row.amount,
    number: chargesOf(ledger, payment),
    balance: ledger.customer,
  }
  return [{ ...state, ledger }, tell('ledger.charged', null, data)]
}

/** `INSERT` under a unique constraint: either the key is new, or the violation says what is known of it. */
function insert(state: State, work: Work, key: KeyName, tell: Tell): Performed {
  const fingerprint = fingerprintOf(work.message.payload)
  const found = state.store[key]
  if (!found) {
    const next = withRecord(state, key, { status: 'processing', fingerprint })
    return [next, null, [tell('store.written', key, { status: 'processing' })]]
  }
  const seen: SeenKey = {
    differs: found.fingerprint !== fingerprint,
    running: found.status === 'processing',
    answer: found.answer,
  }
  return [state, seen, [tell('store.read', key, { found: found.status, differs: seen.differs })]]
}

function requireKey(key: KeyName | null): KeyName {
  if (key === null) throw new Error('This strategy runs only for requests with a key.')
  return key
}

function withRecord(state: State, key: KeyName, record: IdempotencyRecord): State {
  // Copied by hand: spreading an object of hundreds of keys takes half as long again, and long runs do little else.
  const store: Record<KeyName, IdempotencyRecord> = {}
  for (const name in state.store) store[name] = state.store[name] as IdempotencyRecord
  store[key] = record
  return { ...state, store }
}
