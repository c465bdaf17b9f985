import type { Choice } from '../choice.ts'
import type { RecordName } from '../idempotency/record.ts'
import { LIMITS } from '../limits.ts'
import { TimeQueue } from './queue.ts'

/**
 * What will want to happen, by time. At equal times a record's end comes first, so that at exactly its time to live it
 * has expired. A record that is written anew lives anew, and no client retries by itself before it was asked to. Ends
 * that no press can come after are not waited for: a bank that remembers for a day does not make a run a day long.
 */
export class Agenda {
  readonly #queue = new TimeQueue<Choice>()
  /** When each record ends, by its latest writing. */
  readonly #ends = new Map<RecordName, number>()
  /** Until when the client of a payment is asked to leave the bank alone. */
  readonly #holds = new Map<number, number>()
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
    this.#queue.add(Math.max(at, this.#heldUntil(wish)), wish, isEnd)
    if (!isEnd) return
    this.#ends.set(wish.record, at)
    this.#endCount += 1
  }

  /** Puts off what retries a payment by itself, also what is in the queue already. */
  hold(payment: number, until: number): void {
    this.#holds.set(payment, until)
  }

  /** The next wish; undefined when there is none, or when it has been put off. */
  take(): Choice | undefined {
    const at = this.#queue.nextAt
    const wish = this.#queue.take()
    if (!wish) return undefined
    if (this.#heldUntil(wish) > at) {
      this.add(at, wish)
      return undefined
    }
    if (wish.kind !== 'expire') return wish
    this.#endCount -= 1
    return this.#ends.get(wish.record) === at ? wish : undefined
  }

  #heldUntil(wish: Choice): number {
    return wish.kind === 'retry' && wish.by === 'client' ? (this.#holds.get(wish.payment) ?? 0) : 0
  }
}
