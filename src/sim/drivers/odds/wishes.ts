import { LIMITS } from '../../limits.ts'
import type { ChoiceNumber } from './spot.ts'

/**
 * The agenda of one payment, with numbers for choices: the same order and the same rules as the timed driver's
 * {@link Agenda}, in plain arrays that are used again, since there are never more than a few wishes. That each rolled
 * payment ends as the simulated one holds the two together.
 */
export class Wishes {
  #count = 0
  /** Twice the time, and one more unless it is a record's end: at equal times the end comes first. */
  readonly #turns: number[] = []
  readonly #choices: ChoiceNumber[] = []
  /** The turn at which each record ends, by the number of its expiry and its latest writing. */
  readonly #ends: number[] = []
  #endCount = 0
  #next = 0
  /** Until when the client is asked to leave the bank alone. */
  #heldUntil = 0
  /** Whether a choice is a retry, by its number. */
  readonly #retries: boolean[] = []

  clear(): void {
    this.#count = 0
    this.#endCount = 0
    this.#heldUntil = 0
  }

  /** Puts off every retry, also one that is wished for already. */
  hold(until: number): void {
    this.#heldUntil = until
  }

  addRetry(at: number, choice: ChoiceNumber): void {
    this.#retries[choice] = true
    this.add(Math.max(at, this.#heldUntil), choice, false)
  }

  /** @param at whole milliseconds */
  add(at: number, choice: ChoiceNumber, isEnd: boolean): void {
    const turn = isEnd ? 2 * at : 2 * at + 1
    this.#turns[this.#count] = turn
    this.#choices[this.#count] = choice
    this.#count += 1
    if (!isEnd) return
    this.#ends[choice] = turn
    this.#endCount += 1
  }

  /** The time of the next wish; Infinity when there is none worth waiting for. */
  get nextAt(): number {
    let next = 0
    let least = Number.POSITIVE_INFINITY
    for (let index = 0; index < this.#count; index += 1) {
      const turn = this.#turns[index] as number
      // First in is first out.
      if (turn >= least) continue
      next = index
      least = turn
    }
    this.#next = next
    const at = Math.floor(least / 2)
    const onlyEnds = this.#endCount === this.#count
    return onlyEnds && at > LIMITS.inputAtMs ? Number.POSITIVE_INFINITY : at
  }

  /** The wish that {@link nextAt} found; −1 when it has been put off. */
  take(): ChoiceNumber {
    const turn = this.#turns[this.#next] as number
    const choice = this.#choices[this.#next] as ChoiceNumber
    this.#count -= 1
    for (let index = this.#next; index < this.#count; index += 1) {
      this.#turns[index] = this.#turns[index + 1] as number
      this.#choices[index] = this.#choices[index + 1] as ChoiceNumber
    }
    if (turn % 2 === 1) {
      if (!this.#retries[choice] || turn >= 2 * this.#heldUntil) return choice
      this.addRetry(0, choice)
      return -1
    }
    this.#endCount -= 1
    return this.#ends[choice] === turn ? choice : -1
  }
}
