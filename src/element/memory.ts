import { field } from './frame-message.ts'

/** While time runs it is asked so often, and otherwise only of what is told. */
const ASK_GAP_MS = 250

/**
 * Remembers the address of the run in a frame: an iframe that is moved within its page is loaded anew, and shall come
 * back with what it showed.
 */
export class Memory {
  readonly #ask: () => Promise<unknown>
  #link: string | null = null
  #asking: Promise<void> | null = null
  /** Something was told since it was asked. */
  #isOld = false
  #isRunning = false
  #timer: ReturnType<typeof setTimeout> | undefined

  /** @param ask asks the simulator for its permalink */
  constructor(ask: () => Promise<unknown>) {
    this.#ask = ask
  }

  /** The simulator has told another state: its run is another, or has come further. */
  hear(state: unknown): void {
    this.#isRunning = field(state, 'status') === 'running'
    void this.learn()
  }

  /** Asks what the run is now; resolves once that is remembered, or nobody is there to answer. */
  learn(): Promise<void> {
    this.#isOld = true
    clearTimeout(this.#timer)
    this.#asking ??= this.#askUntilNew()
    return this.#asking
  }

  async #askUntilNew(): Promise<void> {
    try {
      while (this.#isOld) {
        this.#isOld = false
        this.#link = String(await this.#ask())
      }
      if (this.#isRunning) this.#timer = setTimeout(() => this.learn(), ASK_GAP_MS)
    } catch {
      // Gone, or loaded anew: then it will tell another state.
    }
    this.#asking = null
  }

  /** The frame is gone: nobody is there to be asked. */
  rest(): void {
    clearTimeout(this.#timer)
    this.#isRunning = false
  }

  /** What is remembered counts no longer. */
  forget(): void {
    this.#link = null
  }

  /**
   * The address to load instead of `address`, which shows the same run; only ever one of the same page, since a frame
   * could say anything.
   */
  recall(address: string): string {
    if (this.#link === null || !URL.canParse(this.#link)) return address
    const [remembered, asked] = [new URL(this.#link), new URL(address)]
    const isSamePage = remembered.origin === asked.origin && remembered.pathname === asked.pathname
    return isSamePage ? remembered.href : address
  }
}
