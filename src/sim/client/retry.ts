/** The longest wait before an attempt without jitter is `BACKOFF.capMs`; the first, and every fixed one, `baseMs`. */
const BACKOFF = { baseMs: 1000, capMs: 8000 } as const

export interface RetryRhythm {
  readonly backoff: 'fixed' | 'exponential'
  readonly jitter: 'none' | 'full' | 'equal'
}

/**
 * Milliseconds an automatic client waits after its attempt `attempt` (1, 2, …) came to nothing.
 * Full and equal jitter as in Marc Brooker, "Exponential Backoff and Jitter", AWS Architecture Blog, 2015.
 *
 * @param chance a draw in [0, 1)
 */
export function backoffMs(rhythm: RetryRhythm, attempt: number, chance: number): number {
  let wait: number = BACKOFF.baseMs
  if (rhythm.backoff === 'exponential') {
    for (let i = 1; i < attempt && wait < BACKOFF.capMs; i += 1) wait = Math.min(BACKOFF.capMs, wait * 2)
  }
  if (rhythm.jitter === 'full') return Math.floor(chance * wait)
  if (rhythm.jitter === 'equal') return wait / 2 + Math.floor((chance * wait) / 2)
  return wait
}
