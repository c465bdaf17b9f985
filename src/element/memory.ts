import { field } from './frame-message.ts'

/** While it runs it is asked so often at most. */
const ASK_GAP_MS = 1000

/**
 * Remembers the address of the run in a frame: an iframe that is moved within its page is loaded anew, and shall come
 * back with what it showed.
 */
export class Memory {
  readonly #ask: () => Promise<unknown>
  #link: string | null = null
  #askedAt = Number.NEGATIVE_INFINITY

  /** @param ask asks the simulator for its permalink */
  constructor(ask: () => Promise<unknown>) {
    this.#ask = ask
  }

  /** The simulator has told another state. */
  hear(state: unknown): void {
    const isRunning = field(state, 'status') === 'running'
    if (isRunning && Math.abs(Date.now() - this.#askedAt) < ASK_GAP_MS) return
    this.#askedAt = Date.now()
    this.#ask().then(
      link => {
        this.#link = String(link)
      },
      // Gone, or loaded anew: then it will tell another state.
      () => {},
    )
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
