/** How fast a demo is played, and the clock its captions are timed by. */
export interface Pace {
  /** Virtual time per wall-clock time. */
  readonly speed: number
  /** Whether the cursor takes its time on the way. */
  readonly glides: boolean
  /** Leaves time to read. */
  readonly hold: (ms: number) => Promise<void>
  /** Since the first call. */
  readonly elapsedMs: () => number
}

/** As long as a text takes to be read, the picture beside it looked at. */
export const readingMs = (text: string) => 2500 + 60 * text.length

/** For people: about a minute a demo. */
export function told(): Pace {
  let start: number | undefined
  return {
    speed: 1,
    glides: true,
    hold: ms => new Promise(resolve => setTimeout(resolve, ms)),
    elapsedMs: () => {
      start ??= performance.now()
      return performance.now() - start
    },
  }
}

/** For tests and pictures: nobody reads, and the clock says how long it would have taken. */
export function quick(speed = 8): Pace {
  let readMs = 0
  return {
    speed,
    glides: false,
    hold: async ms => {
      readMs += ms
    },
    elapsedMs: () => readMs,
  }
}
