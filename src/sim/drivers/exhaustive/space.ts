import type { State } from '../../state.ts'
import { apply } from '../../world.ts'
import type { Bounds } from './bounds.ts'
import { type Move, movesFrom } from './moves.ts'

/** A state of the world, once, whatever bad luck was used up on the way to it. */
export interface Place {
  readonly id: number
  readonly state: State
  /** What may happen next; null before it was asked for. */
  ways: Way[] | null
}

/** A move, and where it leads; null before it was tried. */
export interface Way extends Move {
  to: Place | null
}

/** The states that have been met, each once. The world is asked once for each, and once for each choice that is taken there. */
export class Space {
  readonly #bounds: Bounds
  readonly #identity: (state: State) => string
  readonly #places = new Map<string, Place>()

  constructor(bounds: Bounds, identity: (state: State) => string) {
    this.#bounds = bounds
    this.#identity = identity
  }

  get size(): number {
    return this.#places.size
  }

  /** The place of a state, if it has been met. */
  find(state: State): Place | undefined {
    return this.#places.get(this.#identity(state))
  }

  placeOf(state: State): Place {
    const identity = this.#identity(state)
    const known = this.#places.get(identity)
    if (known) return known
    const place: Place = { id: this.#places.size, state, ways: null }
    this.#places.set(identity, place)
    return place
  }

  waysFrom(place: Place): readonly Way[] {
    place.ways ??= movesFrom(place.state, this.#bounds).map(({ choice, luck }) => ({
      choice,
      luck,
      to: null,
    }))
    return place.ways
  }

  /** The choice by which a state comes to a place, and the state it comes to there; the one with the least bad luck. */
  moveTo(state: State, place: Place): Move & { readonly state: State } {
    const moves = movesFrom(state, this.#bounds).sort(
      (a, b) => Number(a.luck !== null) - Number(b.luck !== null),
    )
    for (const move of moves) {
      const applied = apply(state, move.choice)
      if (applied && this.find(applied[0]) === place) return { ...move, state: applied[0] }
    }
    throw new Error('This place is not next to that state.')
  }

  /** @throws Error when the choice may not happen there, which would be a mistake in the list of moves */
  follow({ state }: Place, way: Way): Place {
    if (way.to) return way.to
    const applied = apply(state, way.choice)
    if (!applied) throw new Error(`May not happen: ${JSON.stringify(way.choice)}`)
    way.to = this.placeOf(applied[0])
    return way.to
  }
}
