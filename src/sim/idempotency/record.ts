import type { Answer } from '../server/answer.ts'

/** How a key is called inside the world: `k1` per payment, `k1.2` per attempt, `k` per session. A UUID is how it is printed. */
export type KeyName = string

/** What the bank remembers of a key. While the first request with it runs, the record says `processing`. */
export interface IdempotencyRecord {
  readonly status: 'processing' | 'completed'
  /** The canonical JSON of the payload that came with the key first; a retry with another one is refused. */
  readonly fingerprint: string
  /** The answer that was saved, once completed. */
  readonly answer?: Answer
}
