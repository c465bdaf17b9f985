import type { PromiseName } from '../../checkers/checker.ts'
import { PROMISES } from '../../checkers/checkers.ts'
import type { Choice } from '../../choice.ts'
import { key } from '../../key.ts'
import { openingState, type State, type WorldSettings } from '../../state.ts'
import type { Bounds } from './bounds.ts'
import { Frontier } from './frontier.ts'
import { Graph, type NodeId } from './graph.ts'
import { Purse } from './purse.ts'
import { countSchedules } from './schedules.ts'
import { type Place, Space, type Way } from './space.ts'
import { WITNESSES, type WitnessName } from './witness.ts'

/** A way from the opening to a state: choices that the recorded driver can make again. */
export interface Path {
  readonly choices: readonly Choice[]
  /** How much bad luck there is in it. */
  readonly badLuck: number
  readonly state: State
}

/**
 * What is known of a promise. `holds`: in every state. `vacuous`: in every state, but none had anything the promise is
 * about. `unknown`: the budget was used up before all states were seen.
 */
export type PromiseVerdict =
  | { readonly verdict: 'holds' | 'vacuous' | 'unknown' }
  | { readonly verdict: 'broken'; readonly counterexample: Path }

export interface Exploration {
  readonly promises: Readonly<Record<PromiseName, PromiseVerdict>>
  /** Whether each thing that should happen sometimes did, by the shortest way to it; null for never. */
  readonly sometimes: Readonly<Record<WitnessName, Path | null>>
  /** Different states, by their key. */
  readonly states: number
  /** Ways from the opening to an end; null when not all states were seen. */
  readonly schedules: bigint | null
  readonly isComplete: boolean
}

/** When to stop looking: a number of states, and a time by a clock that is passed in, for the world has none. */
export interface Budget {
  readonly states: number
  readonly ms: number
  /** Milliseconds that only grow. */
  readonly now: () => number
}

export const BUDGET = { states: 300_000, ms: 3000 } as const

/**
 * Follows every choice there is from the opening on, within the bounds: by bad luck first, then by steps, so that the
 * first way found to a broken promise is the one with the least bad luck, and of those the shortest.
 *
 * @param identity the text by which states are one; {@link key} unless a test wants them whole
 */
export function explore(
  settings: WorldSettings,
  bounds: Bounds,
  budget: Budget,
  identity: (state: State) => string = key,
): Exploration {
  const explorer = new Explorer(bounds, identity)
  const start = explorer.open(openingState(settings))
  const endAt = budget.now() + budget.ms
  for (let settled = 1; explorer.settleNext(); settled += 1) {
    // The clock is asked now and then: asking takes as long as a step.
    const isLate = settled % 256 === 0 && budget.now() > endAt
    if (isLate || explorer.states > budget.states) return explorer.report(null)
  }
  return explorer.report(explorer.countSchedules(start))
}

class Explorer {
  readonly #space: Space
  readonly #graph: Graph
  readonly #frontier = new Frontier()
  readonly #broken = new Map<PromiseName, Path>()
  readonly #touched = new Set<PromiseName>()
  readonly #witnessed = new Map<WitnessName, Path>()

  constructor(bounds: Bounds, identity: (state: State) => string) {
    this.#space = new Space(bounds, identity)
    this.#graph = new Graph(new Purse(bounds))
  }

  get states(): number {
    return this.#space.size
  }

  open(state: State): NodeId {
    const start = this.#graph.nodeAt(this.#space.placeOf(state), 0)
    this.#graph.setStart(start)
    this.#frontier.add(start, 0, 0)
    return start
  }

  /** Takes the nearest node that is left, asks the promises of it and follows its choices; false when none is left. */
  settleNext(): boolean {
    const nearest = this.#frontier.take()
    if (!nearest) return false
    const { node, badLuck, steps } = nearest
    // It may have come in again with less, and then it is settled already.
    if (badLuck !== this.#graph.badLuckOf(node) || steps !== this.#graph.stepsTo(node)) return true
    const place = this.#graph.placeOf(node)
    // A promise speaks of a state: it is asked at the first node there, which is the best.
    if (place.ways === null) this.#askPromises(node, place.state)
    this.#space.waysFrom(place).forEach((way, index) => {
      this.#follow(node, place, way, index)
    })
    return true
  }

  countSchedules(start: NodeId): bigint {
    return countSchedules(this.#graph, start)
  }

  report(schedules: bigint | null): Exploration {
    const isComplete = schedules !== null
    return {
      promises: Object.fromEntries(
        PROMISES.map(({ promise }) => [promise, this.#verdictOf(promise, isComplete)]),
      ) as Exploration['promises'],
      sometimes: Object.fromEntries(
        WITNESSES.map(({ name }) => [name, this.#witnessed.get(name) ?? null]),
      ) as Exploration['sometimes'],
      states: this.states,
      schedules,
      isComplete,
    }
  }

  #follow(node: NodeId, place: Place, way: Way, index: number): void {
    const spent = this.#graph.spend(node, way.luck)
    if (spent < 0) return
    const badLuck = this.#graph.badLuckOf(node) + (way.luck === null ? 0 : 1)
    if (way.to === null) this.#askWitnesses(node, way.choice, this.#space.follow(place, way).state, badLuck)
    const next = this.#graph.nodeAt(this.#space.follow(place, way), spent)
    if (!this.#graph.improve(next, node, index, badLuck)) return
    this.#frontier.add(next, badLuck, this.#graph.stepsTo(next))
  }

  #askWitnesses(node: NodeId, choice: Choice, after: State, badLuck: number): void {
    for (const witness of WITNESSES) {
      if (this.#witnessed.has(witness.name)) continue
      if (!witness.isSeen(this.#graph.placeOf(node).state, choice, after)) continue
      this.#witnessed.set(witness.name, {
        choices: [...this.#graph.pathTo(node), choice],
        badLuck,
        state: after,
      })
    }
  }

  #askPromises(node: NodeId, state: State): void {
    for (const checker of PROMISES) {
      const { promise } = checker
      if (this.#broken.has(promise)) continue
      if (!this.#touched.has(promise) && checker.holdsOf(state)) this.#touched.add(promise)
      if (checker.broken(state).length === 0) continue
      const choices = this.#graph.pathTo(node)
      this.#broken.set(promise, { choices, badLuck: this.#graph.badLuckOf(node), state })
    }
  }

  #verdictOf(promise: PromiseName, isComplete: boolean): PromiseVerdict {
    const counterexample = this.#broken.get(promise)
    if (counterexample) return { verdict: 'broken', counterexample }
    if (!isComplete) return { verdict: 'unknown' }
    return { verdict: this.#touched.has(promise) ? 'holds' : 'vacuous' }
  }
}
