import { browserClock, type Clock } from './clock.ts'

/** The longest a single frame may count, in wall-clock milliseconds: after a hidden tab time goes on where it was. */
const LONGEST_FRAME_MS = 100

export type PlayheadListener = (timeMs: number) => void

/**
 * A moment that moves over a trace, or over several side by side: virtual milliseconds from 0 to the last end. It runs while it is told to play and there
 * is something left to play; at the end virtual time stands still.
 */
export class Playhead {
  readonly #clock: Clock
  readonly #listeners = new Set<PlayheadListener>()
  /** Where each of the traces under it ends. */
  readonly #ends = new Map<object, number>()
  #timeMs = 0
  #endMs = 0
  #speed = 1
  #playing = false
  #held = false
  /** Where play pauses by itself. */
  #untilMs = Number.POSITIVE_INFINITY
  #frame: number | null = null
  #lastNow = 0

  constructor(clock: Clock = browserClock) {
    this.#clock = clock
  }

  get timeMs(): number {
    return this.#timeMs
  }

  /** Whether it is told to play. It may still stand, at the end. */
  get playing(): boolean {
    return this.#playing
  }

  /** Whether it stands although it is told to play: nobody sees it. */
  get held(): boolean {
    return this.#held
  }

  /** Where the last of its traces ends. */
  get endMs(): number {
    return this.#endMs
  }

  get atEnd(): boolean {
    return this.#timeMs >= this.endMs
  }

  get speed(): number {
    return this.#speed
  }

  set speed(factor: number) {
    this.#speed = factor
  }

  /** Tells every change of the time, once a frame at the most while playing. */
  subscribe(listener: PlayheadListener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Plays on, and pauses by itself at a time ahead, if one is given. */
  play(untilMs = Number.POSITIVE_INFINITY): void {
    this.#untilMs = untilMs
    this.#playing = true
    this.#run()
  }

  pause(): void {
    this.#playing = false
    this.#halt()
  }

  /** Lets it stand, or go on, without a word of whether it is told to play. */
  hold(held: boolean): void {
    this.#held = held
    if (held) this.#halt()
    else this.#run()
  }

  /** Moves to a time; what lies outside 0…end is clamped. */
  seek(timeMs: number): void {
    this.#timeMs = Math.max(0, Math.min(timeMs, this.endMs))
    // Past it there is nothing to pause at any more, and time never goes back by itself.
    if (this.#timeMs >= this.#untilMs) this.#untilMs = Number.POSITIVE_INFINITY
    this.#tell()
    this.#run()
  }

  /** Sets where the trace of an owner ends, or that it has none any more. The caller seeks afterwards. */
  setEnd(owner: object, endMs: number | null): void {
    if (endMs === null) this.#ends.delete(owner)
    else this.#ends.set(owner, endMs)
    this.#endMs = Math.max(0, ...this.#ends.values())
  }

  dispose(): void {
    this.pause()
    this.#listeners.clear()
  }

  get #moves(): boolean {
    return this.#playing && !this.#held && !this.atEnd
  }

  #run(): void {
    if (this.#frame !== null || !this.#moves) return
    this.#lastNow = this.#clock.now()
    this.#frame = this.#clock.requestFrame(this.#tick)
  }

  #halt(): void {
    if (this.#frame !== null) this.#clock.cancelFrame(this.#frame)
    this.#frame = null
  }

  readonly #tick = (): void => {
    this.#frame = null
    const now = this.#clock.now()
    const elapsed = Math.max(0, Math.min(now - this.#lastNow, LONGEST_FRAME_MS))
    this.#lastNow = now
    this.#timeMs = Math.min(this.#timeMs + elapsed * this.#speed, this.endMs, this.#untilMs)
    if (this.#timeMs === this.#untilMs) this.#playing = false
    this.#tell()
    if (this.#frame === null && this.#moves) this.#frame = this.#clock.requestFrame(this.#tick)
  }

  #tell(): void {
    for (const listener of this.#listeners) listener(this.#timeMs)
  }
}
