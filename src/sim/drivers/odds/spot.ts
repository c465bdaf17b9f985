import type { Choice } from '../../choice.ts'
import type { Message } from '../../network/message.ts'
import type { State } from '../../state.ts'
import { apply } from '../../world.ts'
import { type Plan, plansAfter } from '../schedule.ts'
import type { Struck } from '../strike.ts'

/** A choice by number, so that what follows from it is found by an index. */
export type ChoiceNumber = number

/** A state, and the faults that have struck on the way to it, once. */
export interface Spot {
  readonly state: State
  readonly struck: ReadonlySet<string>
  /** By the choice's number: what follows; null where it may not happen, nothing where it was not tried yet. */
  readonly after: (Outcome | null | undefined)[]
}

/** Where a choice leads, and what is planned then. */
export interface Outcome {
  readonly to: Spot
  readonly plans: readonly NumberedPlan[]
}

/** A plan whose choices are numbered. */
export type NumberedPlan =
  | {
      readonly kind: 'choice'
      readonly afterMs: number
      readonly choice: ChoiceNumber
      readonly isEnd: boolean
    }
  | {
      readonly kind: 'travel'
      readonly message: Message
      readonly deliver: ChoiceNumber
      readonly refuse: ChoiceNumber
      readonly lose: ChoiceNumber
      readonly duplicate: ChoiceNumber
    }
  | {
      readonly kind: 'retry'
      readonly payment: number
      readonly attempt: number
      readonly choice: ChoiceNumber
    }
  | Extract<Plan, { kind: 'hold' }>

/** All spots of some settings. The world is asked about each choice at each spot once; from then on it is a look-up. */
export class Spots {
  readonly #spots = new Map<string, Spot>()
  readonly #choices: Choice[] = []
  readonly #numbers = new Map<string, ChoiceNumber>()

  get size(): number {
    return this.#spots.size
  }

  spotOf(state: State, struck: ReadonlySet<string>): Spot {
    // End states must be equal to those of a plain run, so that nothing of a state may be left out here.
    const name = `${[...struck].sort().join()} ${JSON.stringify(state)}`
    const known = this.#spots.get(name)
    if (known) return known
    const spot: Spot = { state, struck, after: [] }
    this.#spots.set(name, spot)
    return spot
  }

  numberOf(choice: Choice): ChoiceNumber {
    const name = JSON.stringify(choice)
    const known = this.#numbers.get(name)
    if (known !== undefined) return known
    const number = this.#choices.push(choice) - 1
    this.#numbers.set(name, number)
    return number
  }

  /** What follows from a choice at a spot; null when it may not happen. */
  after(spot: Spot, number: ChoiceNumber): Outcome | null {
    const known = spot.after[number]
    if (known !== undefined) return known
    const outcome = this.#try(spot, this.#choices[number] as Choice)
    spot.after[number] = outcome
    return outcome
  }

  #try({ state: before, struck }: Spot, choice: Choice): Outcome | null {
    const applied = apply(before, choice)
    if (!applied) return null
    const [state, told] = applied
    const struckNow: Struck = new Set(struck)
    const plans = plansAfter({ before, state, told }, struckNow).map(plan => this.#numbered(plan))
    return { to: this.spotOf(state, struckNow), plans }
  }

  #numbered(plan: Plan): NumberedPlan {
    if (plan.kind === 'choice') {
      return { ...plan, choice: this.numberOf(plan.choice), isEnd: plan.choice.kind === 'expire' }
    }
    if (plan.kind === 'hold') return plan
    if (plan.kind === 'retry') {
      const { payment, attempt } = plan
      const choice = this.numberOf({ kind: 'retry', by: 'client', payment, attempt: attempt + 1 })
      return { ...plan, choice }
    }
    const message = plan.message.id
    return {
      ...plan,
      deliver: this.numberOf({ kind: 'deliver', message }),
      refuse: this.numberOf({ kind: 'refuse', message }),
      lose: this.numberOf({ kind: 'lose', message, by: 'network' }),
      duplicate: this.numberOf({ kind: 'duplicate', message }),
    }
  }
}
