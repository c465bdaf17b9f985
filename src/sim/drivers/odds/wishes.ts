import { LIMITS } from '../../limits.ts'
import type { ChoiceNumber } from './spot.ts'

/**
 * The agenda of one payment, with numbers for choices: the same order and the same rules as the timed driver's
 * {@link Agenda}, in plain arrays, since there are never more than a few wishes. A test holds the two together.
 */
export class Wishes {
  readonly #at: number[] = []
  readonly #choices: ChoiceNumber[] = []
  readonly #isEnd: boolean[] = []
  /** When each record ends, by the number of its expiry and its latest writing. */
  #ends: number[] = []
  #endCount = 0
  #next = -1

  clear(): void {
    this.#at.length = 0
    this.#choices.length = 0
    this.#isEnd.length = 0
    if (this.#ends.length > 0) this.#ends = []
    this.#endCount = 0
  }

  add(at: number, choice: ChoiceNumber, isEnd: boolean): void {
    this.#at.push(at)
    this.#choices.push(choice)
    this.#isEnd.push(isEnd)
    if (!isEnd) return
    this.#ends[choice] = at
    this.#endCount += 1
  }

  /** The time of the next wish; Infinity when there is none worth waiting for. */
  get nextAt(): number {
    const at = this.#at
    let next = -1
    let nextAt = Number.POSITIVE_INFINITY
    for (let index = 0; index < at.length; index += 1) {
      const time = at[index] as number
      // First in is first out, but a record's end comes before all else at its time.
      const isBefore = time < nextAt || (time === nextAt && this.#isEnd[index] === true && !this.#isEnd[next])
      if (!isBefore) continue
      next = index
      nextAt = time
    }
    this.#next = next
    const onlyEnds = this.#endCount === at.length
    return onlyEnds && nextAt > LIMITS.inputAtMs ? Number.POSITIVE_INFINITY : nextAt
  }

  /** The wish that {@link nextAt} found; −1 when it has been put off. */
  take(): ChoiceNumber {
    const index = this.#next
    const at = this.#at[index]
    const choice = this.#choices[index] as ChoiceNumber
    const isEnd = this.#isEnd[index]
    remove(this.#at, index)
    remove(this.#choices, index)
    remove(this.#isEnd, index)
    if (!isEnd) return choice
    this.#endCount -= 1
    return this.#ends[choice] === at ? choice : -1
  }
}

/** `splice` makes an array of what it takes out. */
function remove<T>(items: T[], index: number): void {
  for (let i = index + 1; i < items.length; i += 1) items[i - 1] = items[i] as T
  items.length -= 1
}
