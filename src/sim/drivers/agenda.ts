import type { Choice } from '../choice.ts'
import type { RecordName } from '../idempotency/record.ts'
import { LIMITS } from '../limits.ts'
import { TimeQueue } from './queue.ts'

/**
 * What will want to happen, by time. At equal times a record's end comes first, so that at exactly its time to live it
 * has expired. A record that is written anew lives anew. Ends that no press can come after are not waited for: a
 * bank that remembers for a day does not make a run a day long.
 */
export class Agenda {
  readonly #queue = new TimeQueue<Choice>()
  /** When each record ends, by its latest writing. */
  readonly #ends = new Map<RecordName, number>()
  /** Ends in the queue, also those that have been put off since. */
  #endCount = 0

  /** The time of the next wish; Infinity when there is none worth waiting for. */
  get nextAt(): number {
    const { nextAt, size } = this.#queue
    const onlyEnds = this.#endCount === size
    return onlyEnds && nextAt > LIMITS.inputAtMs ? Number.POSITIVE_INFINITY : nextAt
  }

  add(at: number, wish: Choice): void {
    const isEnd = wish.kind === 'expire'
    this.#queue.add(at, wish, isEnd)
    if (!isEnd) return
    this.#ends.set(wish.record, at)
    this.#endCount += 1
  }

  /** The next wish; undefined when there is none, or when it has been put off. */
  take(): Choice | undefined {
    const at = this.#queue.nextAt
    const wish = this.#queue.take()
    if (wish?.kind !== 'expire') return wish
    this.#endCount -= 1
    return this.#ends.get(wish.record) === at ? wish : undefined
  }
}
