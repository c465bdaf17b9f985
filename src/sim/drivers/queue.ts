interface Entry<T> {
  readonly at: number
  readonly urgent: boolean
  readonly order: number
  readonly item: T
}

/** A queue by time; among equal times what is urgent comes first, then first in is first out. A binary heap. */
export class TimeQueue<T> {
  readonly #heap: Entry<T>[] = []
  #added = 0

  /** The time of the next item; Infinity when there is none. */
  get nextAt(): number {
    return this.#heap[0]?.at ?? Number.POSITIVE_INFINITY
  }

  get size(): number {
    return this.#heap.length
  }

  add(at: number, item: T, urgent = false): void {
    const heap = this.#heap
    heap.push({ at, urgent, order: this.#added, item })
    this.#added += 1
    let child = heap.length - 1
    while (child > 0) {
      const parent = (child - 1) >> 1
      if (!this.#swapIfBefore(child, parent)) break
      child = parent
    }
  }

  take(): T | undefined {
    const heap = this.#heap
    const last = heap.pop()
    const first = heap[0]
    if (!first) return last?.item
    heap[0] = last as Entry<T>
    let parent = 0
    for (;;) {
      const left = 2 * parent + 1
      const child = left + 1 < heap.length && this.#isBefore(left + 1, left) ? left + 1 : left
      if (child >= heap.length || !this.#swapIfBefore(child, parent)) return first.item
      parent = child
    }
  }

  #isBefore(i: number, j: number): boolean {
    const a = this.#entry(i)
    const b = this.#entry(j)
    if (a.at !== b.at) return a.at < b.at
    return a.urgent === b.urgent ? a.order < b.order : a.urgent
  }

  #swapIfBefore(i: number, j: number): boolean {
    if (!this.#isBefore(i, j)) return false
    const heap = this.#heap
    const item = this.#entry(i)
    heap[i] = this.#entry(j)
    heap[j] = item
    return true
  }

  /** What stands at a place that is filled: add and take look no further than the heap goes. */
  #entry(i: number): Entry<T> {
    return this.#heap[i] as Entry<T>
  }
}
