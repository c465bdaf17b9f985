import type { Answer } from '../server/answer.ts'

/** How a key is called inside the world: `k1` per payment, `k1.2` per attempt, `k` per session. A UUID is how it is printed. */
export type KeyName = string

/** Under what name a record is stored: its scope and its key, of which kind, and in whose memory (see {@link recordName}). */
export type RecordName = string

/** How long a record lives: a lock as long as its lease, an answer for its time to live, a bare claim for ever. */
export type Life = 'lease' | 'ttl' | 'ever'

/** What the bank remembers of a key. While the first request with it runs, the record says `processing`. */
export interface IdempotencyRecord {
  readonly key: KeyName
  /** Whose memory it is in: a worker's number from 0, or null for what all share. */
  readonly instance: number | null
  readonly status: 'processing' | 'inserted' | 'completed' | 'locked'
  /** The canonical JSON of the payload that came with the key first; a retry with another one is refused. */
  readonly fingerprint: string
  readonly life: Life
  /** The answer that was saved, once completed. */
  readonly answer?: Answer
  /** Of a lock: the request that holds it, which is the token it is released with. */
  readonly owner?: string
}

/** An idempotency key by the draft has at least one character; 255 at most is what deployed APIs allow, Stripe among them. */
export const KEY_LENGTH = { min: 1, max: 255 } as const
