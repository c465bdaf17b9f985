import type { Bounds } from './bounds.ts'
import { LUCKS, type Luck } from './luck.ts'

/** How much of each bounded kind of bad luck has been used up, as one number: a digit a kind, each with its own base. */
export type Spent = number

/** What bad luck there is to spend within some bounds. */
export class Purse {
  /** How many different {@link Spent} there are. */
  readonly size: number
  readonly #digits = new Map<Luck, { unit: number; base: number }>()

  constructor(bounds: Bounds) {
    let unit = 1
    for (const luck of LUCKS) {
      const bound = bounds[luck]
      if (bound === 'any') continue
      const base = bound + 1
      this.#digits.set(luck, { unit, base })
      unit *= base
    }
    this.size = unit
  }

  /** What is spent after some bad luck; −1 when there is none left of its kind. */
  spend(spent: Spent, luck: Luck | null): Spent {
    const digit = luck === null ? undefined : this.#digits.get(luck)
    if (!digit) return spent
    const { unit, base } = digit
    return Math.floor(spent / unit) % base < base - 1 ? spent + unit : -1
  }
}
