/** 1, 2 or 5 times a power of ten, not below the given step. */
export function roundStep(atLeast: number): number {
  let power = 1
  while (power * 10 <= atLeast) power *= 10
  return [1, 2, 5, 10].map(factor => factor * power).find(step => step >= atLeast) ?? 10 * power
}

/** The shortest time axis, in virtual milliseconds. */
const SHORTEST_MS = 6000

/** At most about so many steps make a time axis. */
const STEPS = 12

/**
 * The time axis and the scrubber reach as far as this: six seconds, or what has been watched, up to the next of round
 * steps. If it grew with every frame, all that lies along it would have to be laid out with every frame.
 */
export function timeScaleMs(watchedMs: number): number {
  if (watchedMs <= SHORTEST_MS) return SHORTEST_MS
  const step = roundStep(watchedMs / STEPS)
  return Math.ceil(watchedMs / step) * step
}
