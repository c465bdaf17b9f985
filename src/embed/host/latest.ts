/**
 * Tells at most once in `gapMs`, and of what comes in between only the latest; the last one always arrives. The gap is
 * measured, not counted in timers: those of a hidden frame may be late by seconds.
 */
export function latest<T>(gapMs: number, tell: (value: T) => void): (value: T) => void {
  let toldAt = Number.NEGATIVE_INFINITY
  let timer: ReturnType<typeof setTimeout> | undefined
  const tellNow = (value: T) => {
    clearTimeout(timer)
    toldAt = Date.now()
    tell(value)
  }
  return value => {
    const sinceMs = Date.now() - toldAt
    // A clock that was set back must not silence it.
    if (sinceMs >= gapMs || sinceMs < 0) tellNow(value)
    else {
      clearTimeout(timer)
      timer = setTimeout(() => tellNow(value), gapMs - sinceMs)
    }
  }
}
