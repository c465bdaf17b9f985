import type { IdempotencyRecord, KeyName } from '../idempotency/record.ts'
import type { Minor } from '../ledger/money.ts'
import type { Answer } from './answer.ts'
import type { Request } from './request.ts'

/** A charge that a handler holds; in a transaction it is not in the ledger before the commit. */
export interface StagedCharge {
  readonly id: string
  readonly amount: Minor
  readonly declined: boolean
  /** The bank broke after it: the answer is a 500. */
  readonly failed: boolean
}

/** What a look-up that met an existing key says about it. */
export interface SeenKey {
  /** The key came with another payload. */
  readonly differs: boolean
  /** Its first request is still in flight, as far as the record says. */
  readonly running: boolean
  readonly answer?: Answer | undefined
}

/** One operation on store or ledger, as data. Each takes virtual time and happens at one moment. */
export type Operation =
  | { readonly name: 'store.exists' | 'store.get' | 'store.claim'; readonly key: KeyName }
  | { readonly name: 'store.set'; readonly key: KeyName; readonly status: IdempotencyRecord['status'] }
  | { readonly name: 'store.setNX'; readonly key: KeyName; readonly status: IdempotencyRecord['status'] }
  | { readonly name: 'store.lock' | 'store.unlock'; readonly key: KeyName }
  | { readonly name: 'store.save'; readonly key: KeyName; readonly row: StagedCharge }
  | { readonly name: 'db.insert'; readonly key: KeyName }
  | { readonly name: 'ledger.charge'; readonly key: KeyName | null }
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
  'store.get': 100,
  'store.claim': 150,
  'store.set': 150,
  'store.setNX': 150,
  'store.lock': 100,
  'store.unlock': 50,
  'store.save': 150,
  'db.insert': 150,
  'ledger.charge': 300,
  'tx.insert': 150,
  'tx.charge': 300,
  'tx.commit': 150,
  answer: 100,
}

/** A handler at work: it yields operations, is given their results, and returns its answer. */
export type Handling = Generator<Operation, Answer, unknown>
type Doing<Result> = Generator<Operation, Result, unknown>

/** A key-value store such as Redis. Each command is atomic, two of them are not. */
export const store = {
  *exists(key: KeyName): Doing<boolean> {
    return (yield { name: 'store.exists', key }) as boolean
  },
  /** What is saved for the key; null for nothing. */
  *get(key: KeyName): Doing<SeenKey | null> {
    return (yield { name: 'store.get', key }) as SeenKey | null
  },
  *set(key: KeyName, status: IdempotencyRecord['status']): Doing<void> {
    yield { name: 'store.set', key, status }
  },
  /** `SET key status NX GET PX lease`: null when it was set, else what stands there. */
  *setNX(key: KeyName, status: IdempotencyRecord['status']): Doing<SeenKey | null> {
    return (yield { name: 'store.setNX', key, status }) as SeenKey | null
  },
  /** One script: null and "processing" when the key was new, else what stands there. */
  *claim(key: KeyName): Doing<SeenKey | null> {
    return (yield { name: 'store.claim', key }) as SeenKey | null
  },
  /** Saves the answer beside the key. */
  *save(key: KeyName, row: StagedCharge): Doing<void> {
    yield { name: 'store.save', key, row }
  },
  /** `SET key/lock token NX PX lease`: whether one has the lock. */
  *lock(key: KeyName): Doing<boolean> {
    return (yield { name: 'store.lock', key }) as boolean
  },
  /** Lets the lock go, if it is still one's own: the token is compared in the same script. */
  *unlock(key: KeyName): Doing<void> {
    yield { name: 'store.unlock', key }
  },
}

/** A table with a unique constraint on the key, in the database that all workers share. */
export const db = {
  /** Inserts the key in a transaction of its own. Null when it was new, else the violation. */
  *insert(key: KeyName): Doing<SeenKey | null> {
    return (yield { name: 'db.insert', key }) as SeenKey | null
  },
}

/** The bank's ledger. */
export const ledger = {
  /** Charges; with a key, which the ledger remembers for good, only once: then it gives the row it has. */
  *charge(_req: Request, key: KeyName | null = null): Doing<StagedCharge> {
    return (yield { name: 'ledger.charge', key }) as StagedCharge
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
