import type { NodeId } from './graph.ts'

/** Nodes by bad luck, then by steps: those with the least come out first. */
export class Frontier {
  readonly #levels: NodeId[][][] = []
  #badLuck = 0
  #steps = 0

  add(node: NodeId, badLuck: number, steps: number): void {
    this.#levels[badLuck] ??= []
    const level = this.#levels[badLuck] as NodeId[][]
    level[steps] ??= []
    level[steps]?.push(node)
  }

  /** The next node, and how far it was when it was added; null when none is left. */
  take(): { node: NodeId; badLuck: number; steps: number } | null {
    for (; this.#badLuck < this.#levels.length; this.#badLuck += 1, this.#steps = 0) {
      const level = this.#levels[this.#badLuck] ?? []
      for (; this.#steps < level.length; this.#steps += 1) {
        const node = level[this.#steps]?.pop()
        if (node !== undefined) return { node, badLuck: this.#badLuck, steps: this.#steps }
      }
    }
    return null
  }
}
