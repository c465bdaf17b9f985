import type { Luck } from './luck.ts'
import type { Purse, Spent } from './purse.ts'
import type { Place } from './space.ts'

/** A place together with the bad luck that has been used up on the way to it, by number. */
export type NodeId = number

const FAR = 0xffff

/**
 * The nodes that have been met, in columns of numbers: there are up to a million, and an object for each would keep the
 * garbage collector busier than the search.
 */
export class Graph {
  readonly #purse: Purse
  readonly #places: Place[] = []
  readonly #spent = new Column(Int32Array)
  readonly #badLuck = new Column(Uint16Array)
  readonly #steps = new Column(Uint16Array)
  /** The node before it on the best way. */
  readonly #from = new Column(Int32Array)
  /** The node at a place with so much spent, plus one; 0 for none. */
  readonly #known = new Column(Int32Array)

  constructor(purse: Purse) {
    this.#purse = purse
  }

  get size(): number {
    return this.#places.length
  }

  /** The node at a place with so much spent, which is made if there is none. */
  nodeAt(place: Place, spent: Spent): NodeId {
    const slot = place.id * this.#purse.size + spent
    const known = this.#known.get(slot)
    if (known > 0) return known - 1
    const node = this.#places.length
    this.#places.push(place)
    this.#spent.set(node, spent)
    this.#badLuck.set(node, FAR)
    this.#steps.set(node, FAR)
    this.#from.set(node, -1)
    this.#known.set(slot, node + 1)
    return node
  }

  /** The node that a way leads to; −1 when there is no luck left for it, or when it was not followed. */
  next(node: NodeId, { luck, to }: { luck: Luck | null; to: Place | null }): NodeId {
    const spent = this.spend(node, luck)
    if (spent < 0 || to === null) return -1
    return this.#known.get(to.id * this.#purse.size + spent) - 1
  }

  spend(node: NodeId, luck: Luck | null): Spent {
    return this.#purse.spend(this.#spent.get(node), luck)
  }

  placeOf(node: NodeId): Place {
    return this.#places[node] as Place
  }

  /** How much bad luck there is on the best way to a node. */
  badLuckOf(node: NodeId): number {
    return this.#badLuck.get(node)
  }

  stepsTo(node: NodeId): number {
    return this.#steps.get(node)
  }

  setStart(node: NodeId): void {
    this.#badLuck.set(node, 0)
    this.#steps.set(node, 0)
  }

  /** Takes over a way to a node if it is better than the best so far: less bad luck, or as much in fewer steps. */
  improve(node: NodeId, from: NodeId, badLuck: number): boolean {
    const steps = this.#steps.get(from) + 1
    const before = this.#badLuck.get(node)
    if (badLuck > before || (badLuck === before && steps >= this.#steps.get(node))) return false
    this.#badLuck.set(node, badLuck)
    this.#steps.set(node, steps)
    this.#from.set(node, from)
    return true
  }

  /** The nodes of the best way to a node, from the start to itself. */
  pathTo(node: NodeId): NodeId[] {
    const path: NodeId[] = []
    for (let at = node; at >= 0; at = this.#from.get(at)) path.push(at)
    return path.reverse()
  }
}

type Numbers = Int32Array | Uint16Array

/** Numbers by index, as many as are needed; 0 where none was set. */
class Column {
  #numbers: Numbers
  readonly #type: new (
    size: number,
  ) => Numbers

  constructor(type: new (size: number) => Numbers) {
    this.#type = type
    this.#numbers = new type(1024)
  }

  get(index: number): number {
    return this.#numbers[index] ?? 0
  }

  set(index: number, value: number): void {
    if (index >= this.#numbers.length) this.#growTo(index + 1)
    this.#numbers[index] = value
  }

  #growTo(size: number): void {
    const grown = new this.#type(Math.max(size, 2 * this.#numbers.length))
    grown.set(this.#numbers)
    this.#numbers = grown
  }
}
