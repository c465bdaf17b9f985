/** Where the playhead gets wall-clock time and animation frames from; tests hand in their own. */
export interface Clock {
  /** Milliseconds of some steady clock. */
  now(): number
  requestFrame(callback: () => void): number
  cancelFrame(handle: number): void
}

/** The one place where the program asks the browser for the time. */
export const browserClock: Clock = {
  now: () => performance.now(),
  requestFrame: callback => requestAnimationFrame(callback),
  cancelFrame: handle => cancelAnimationFrame(handle),
}
