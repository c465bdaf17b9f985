import type { Clock } from '../playback/clock.ts'

/** A clock that the test moves by hand, frame by frame. */
export class HandClock implements Clock {
  readonly #frames = new Map<number, () => void>()
  #now = 1000
  #handle = 0

  now(): number {
    return this.#now
  }

  requestFrame(callback: () => void): number {
    this.#handle += 1
    this.#frames.set(this.#handle, callback)
    return this.#handle
  }

  cancelFrame(handle: number): void {
    this.#frames.delete(handle)
  }

  /** How many frames are asked for. */
  get asked(): number {
    return this.#frames.size
  }

  /** Time passes (or, on a poor clock, goes back) and nothing is drawn. */
  pass(ms: number): void {
    this.#now += ms
  }

  /** Time passes, and at its end a frame is drawn. */
  frame(ms: number): void {
    this.pass(ms)
    const due = [...this.#frames.values()]
    this.#frames.clear()
    for (const callback of due) callback()
  }

  /** Time passes in frames of 20 ms. */
  run(ms: number): void {
    for (let left = ms; left > 0; left -= 20) this.frame(Math.min(left, 20))
  }
}
