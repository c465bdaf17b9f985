import type { PromiseName } from '../../checkers/checker.ts'
import { PROMISES } from '../../checkers/checkers.ts'
import type { Choice } from '../../choice.ts'
import { key } from '../../key.ts'
import { openingState, type State, type WorldSettings } from '../../state.ts'
import { apply } from '../../world.ts'
import type { Bounds } from './bounds.ts'
import { Frontier } from './frontier.ts'
import { Graph, type NodeId } from './graph.ts'
import { luckOf } from './luck.ts'
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
  return new Explorer(settings, bounds, identity).run(budget)
}

/** An exploration that can be asked about ways afterwards. */
export class Explorer {
  readonly #space: Space
  readonly #graph: Graph
  readonly #frontier = new Frontier()
  readonly #broken = new Map<PromiseName, Path>()
  readonly #touched = new Set<PromiseName>()
  readonly #witnessed = new Map<WitnessName, Path>()

  readonly #start: NodeId

  constructor(settings: WorldSettings, bounds: Bounds, identity: (state: State) => string = key) {
    this.#space = new Space(bounds, identity)
    this.#graph = new Graph(new Purse(bounds))
    this.#start = this.#graph.nodeAt(this.#space.placeOf(openingState(settings)), 0)
    this.#graph.setStart(this.#start)
    this.#frontier.add(this.#start, 0, 0)
  }

  /** Looks until all is seen or the budget is used up. */
  run({ states, ms, now }: Budget): Exploration {
    const endAt = now() + ms
    for (let settled = 1; this.#settleNext(); settled += 1) {
      // The clock is asked now and then: asking takes as long as a step.
      const isLate = settled % 64 === 0 && now() > endAt
      if (isLate || this.#space.size > states) return this.#report(null)
    }
    return this.#report(countSchedules(this.#graph, this.#start))
  }

  /**
   * Whether choices that were made elsewhere are a way through what was explored, from the opening on. They are followed
   * by the states they lead to: which of two equal workers goes on is another choice there and the same way here.
   */
  isPath(choices: readonly Choice[]): boolean {
    let node = this.#start
    let { state } = this.#graph.placeOf(node)
    for (const choice of choices) {
      const luck = luckOf(state, choice)
      const applied = apply(state, choice)
      if (!applied) return false
      const to = this.#space.find(applied[0])
      const way = this.#graph.placeOf(node).ways?.find(each => each.to === to && each.luck === luck)
      node = way ? this.#graph.next(node, way) : -1
      if (node < 0) return false
      state = applied[0]
    }
    return true
  }

  /** Takes the nearest node that is left, asks the promises of it and follows its choices; false when none is left. */
  #settleNext(): boolean {
    const nearest = this.#frontier.take()
    if (!nearest) return false
    const { node, badLuck, steps } = nearest
    // It may have come in again with less, and then it is settled already.
    if (badLuck !== this.#graph.badLuckOf(node) || steps !== this.#graph.stepsTo(node)) return true
    const place = this.#graph.placeOf(node)
    // A promise speaks of a state: it is asked at the first node there, which is the best.
    if (place.ways === null) this.#askPromises(node, place.state)
    for (const way of this.#space.waysFrom(place)) this.#follow(node, place, way)
    return true
  }

  #report(schedules: bigint | null): Exploration {
    const isComplete = schedules !== null
    return {
      promises: Object.fromEntries(
        PROMISES.map(({ promise }) => [promise, this.#verdictOf(promise, isComplete)]),
      ) as Exploration['promises'],
      sometimes: Object.fromEntries(
        WITNESSES.map(({ name }) => [name, this.#witnessed.get(name) ?? null]),
      ) as Exploration['sometimes'],
      states: this.#space.size,
      schedules,
      isComplete,
    }
  }

  #follow(node: NodeId, place: Place, way: Way): void {
    const spent = this.#graph.spend(node, way.luck)
    if (spent < 0) return
    const badLuck = this.#graph.badLuckOf(node) + (way.luck === null ? 0 : 1)
    if (way.to === null) this.#askWitnesses(node, way.choice, this.#space.follow(place, way))
    const next = this.#graph.nodeAt(this.#space.follow(place, way), spent)
    if (!this.#graph.improve(next, node, badLuck)) return
    this.#frontier.add(next, badLuck, this.#graph.stepsTo(next))
  }

  #askWitnesses(node: NodeId, choice: Choice, to: Place): void {
    for (const { name, isSeen } of WITNESSES) {
      if (this.#witnessed.has(name) || !isSeen(this.#graph.placeOf(node).state, choice, to.state)) continue
      this.#witnessed.set(name, this.#unfold([...this.#placesTo(node), to]))
    }
  }

  #askPromises(node: NodeId, state: State): void {
    for (const checker of PROMISES) {
      const { promise } = checker
      if (this.#broken.has(promise)) continue
      if (!this.#touched.has(promise) && checker.holdsOf(state)) this.#touched.add(promise)
      if (checker.broken(state).length > 0) this.#broken.set(promise, this.#unfold(this.#placesTo(node)))
    }
  }

  #placesTo(node: NodeId): Place[] {
    return this.#graph.pathTo(node).map(each => this.#graph.placeOf(each))
  }

  /**
   * The choices that lead from place to place. A place stands for states that differ in nothing but the names of workers
   * and copies, so that each choice is looked for anew, in the very state that the ones before have led to.
   */
  #unfold([start, ...places]: readonly Place[]): Path {
    let { state } = start as Place
    let badLuck = 0
    const choices: Choice[] = []
    for (const place of places) {
      const move = this.#space.moveTo(state, place)
      choices.push(move.choice)
      badLuck += move.luck === null ? 0 : 1
      state = move.state
    }
    return { choices, badLuck, state }
  }

  #verdictOf(promise: PromiseName, isComplete: boolean): PromiseVerdict {
    const counterexample = this.#broken.get(promise)
    if (counterexample) return { verdict: 'broken', counterexample }
    if (!isComplete) return { verdict: 'unknown' }
    return { verdict: this.#touched.has(promise) ? 'holds' : 'vacuous' }
  }
}
