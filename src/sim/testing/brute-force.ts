import { PROMISES } from '../checkers/checkers.ts'
import type { Choice } from '../choice.ts'
import { choices } from '../choices.ts'
import type { Bounds } from '../drivers/exhaustive/bounds.ts'
import { luckOf } from '../drivers/exhaustive/luck.ts'
import { openingState, type State, type WorldSettings } from '../state.ts'
import { apply } from '../world.ts'

/** A state with what may happen in it, worked out once. Two states are one only if they are equal in everything. */
interface Spot {
  readonly broken: readonly boolean[]
  readonly next: { readonly isCrash: boolean; readonly isBadLuck: boolean; readonly to: () => Spot }[]
}

const IGNORED = ['newPayment', 'configure', 'pause', 'resume', 'duplicate', 'expire', 'fail', 'refuse']

/**
 * Walks every schedule of one payment to its end, one after the other, without merging any: with any loss, slow answers
 * and impatient presses, and so many crashes as the bounds allow. How many there are, and for each promise the least bad
 * luck and length of a way that breaks it.
 */
export function bruteForce(settings: WorldSettings, { attempts, crash }: Bounds) {
  const spots = new Map<string, Spot>()
  const best: ([number, number] | null)[] = PROMISES.map(() => null)
  let schedules = 0

  const isTaken = (state: State, choice: Choice) => {
    if (IGNORED.includes(choice.kind)) return false
    if (choice.kind === 'pay') return state.payments.length === 0
    if (choice.kind === 'retry') return choice.by === 'person' && choice.attempt <= attempts
    return choice.kind !== 'lose' || choice.by === 'network'
  }
  const spotOf = (state: State): Spot => {
    const name = JSON.stringify(state)
    const known = spots.get(name)
    if (known) return known
    const next = choices(state)
      .filter(choice => isTaken(state, choice))
      .map(choice => {
        let to: Spot | null = null
        const follow = () => {
          to ??= spotOf(apply(state, choice)?.[0] as State)
          return to
        }
        return { isCrash: choice.kind === 'crash', isBadLuck: luckOf(state, choice) !== null, to: follow }
      })
    const spot = { broken: PROMISES.map(checker => checker.broken(state).length > 0), next }
    spots.set(name, spot)
    return spot
  }
  const walk = (spot: Spot, steps: number, badLuck: number, crashes: number): void => {
    spot.broken.forEach((isBroken, index) => {
      const least = best[index]
      if (!isBroken || (least && (least[0] < badLuck || (least[0] === badLuck && least[1] <= steps)))) return
      best[index] = [badLuck, steps]
    })
    let isEnd = true
    for (const { isCrash, isBadLuck, to } of spot.next) {
      if (isCrash && crashes >= Number(crash)) continue
      isEnd = false
      walk(to(), steps + 1, badLuck + Number(isBadLuck), crashes + Number(isCrash))
    }
    if (isEnd) schedules += 1
  }

  walk(spotOf(openingState(settings)), 0, 0, 0)
  return { schedules, best }
}
