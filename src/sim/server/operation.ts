import type { IdempotencyRecord, KeyName } from '../idempotency/record.ts'
import type { Minor } from '../ledger/money.ts'
import type { Answer } from './answer.ts'
import type { Request } from './request.ts'

/** A charge that a handler holds; in a transaction it is not in the ledger before the commit. */
export interface StagedCharge {
  readonly id: string
  readonly amount: Minor
  readonly declined: boolean
}

/** What an insert that met an existing key says about it. */
export interface SeenKey {
  /** The key came with another payload. */
  readonly differs: boolean
  /** Its first request is still in flight. */
  readonly running: boolean
  readonly answer?: Answer | undefined
}

/** One operation on store or ledger, as data. Each takes virtual time and happens at one moment. */
export type Operation =
  | { readonly name: 'store.exists'; readonly key: KeyName }
  | { readonly name: 'store.set'; readonly key: KeyName; readonly status: IdempotencyRecord['status'] }
  | { readonly name: 'ledger.charge' }
  | { readonly name: 'tx.insert' }
  | { readonly name: 'tx.charge' }
  | { readonly name: 'tx.commit'; readonly row: StagedCharge }

export type OperationName = Operation['name'] | 'answer'

/**
 * Virtual milliseconds each operation takes before it has its effect. Far slower than a real database, so that at
 * normal speed one sees the lit line move; an answer that is not lost still beats the default timeout.
 */
export const OPERATION_MS: Readonly<Record<OperationName, number>> = {
  'store.exists': 150,
  'store.set': 150,
  'ledger.charge': 300,
  'tx.insert': 150,
  'tx.charge': 300,
  'tx.commit': 150,
  answer: 100,
}

/** A handler at work: it yields operations, is given their results, and returns its answer. */
export type Handling = Generator<Operation, Answer, unknown>
type Doing<Result> = Generator<Operation, Result, unknown>

/** A key-value store such as Redis. */
export const store = {
  *exists(key: KeyName): Doing<boolean> {
    return (yield { name: 'store.exists', key }) as boolean
  },
  *set(key: KeyName, status: IdempotencyRecord['status']): Doing<void> {
    yield { name: 'store.set', key, status }
  },
}

/** The bank's ledger. */
export const ledger = {
  *charge(_req: Request): Doing<StagedCharge> {
    return (yield { name: 'ledger.charge' }) as StagedCharge
  },
}

/** One database transaction that holds the key and the ledger row; nothing in it counts before its commit. */
export const tx = {
  /** Inserts the key. Null when it was new, else what is known of it (the unique constraint's violation). */
  *insert(_req: Request): Doing<SeenKey | null> {
    return (yield { name: 'tx.insert' }) as SeenKey | null
  },
  *charge(_req: Request): Doing<StagedCharge> {
    return (yield { name: 'tx.charge' }) as StagedCharge
  },
  /** Makes key, ledger row and saved answer durable in one stroke. */
  *commit(row: StagedCharge): Doing<void> {
    yield { name: 'tx.commit', row }
  },
}
