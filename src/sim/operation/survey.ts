import type { NoValue } from './expression.ts'
import { applyOnce, isSameSubject, type Operation, type Subject, TWO_USERS } from './operation.ts'

/** The whole numbers an operation on x is tried at. */
export const TRIED = { from: -20, to: 20 } as const

/** A start at which applying twice is not applying once. */
export interface Counterexample {
  readonly at: Subject
  readonly once: Subject | NoValue
  readonly twice: Subject | NoValue
}

/** What trying an operation at many starts shows. */
export interface Survey {
  readonly tried: number
  /** At how many of them f(f(x)) is f(x). */
  readonly holds: number
  /** At how many of them f(x) or f(f(x)) has no value. */
  readonly without: number
  readonly counterexample: Counterexample | null
}

/** The starts an operation is tried at, those nearest to zero first: a small counterexample is the plainest. */
function startsOf(operation: Operation): Subject[] {
  if (operation.kind !== 'assign') return [TWO_USERS, { kind: 'rows', rows: [], nextId: 3 }]
  const count = TRIED.to - TRIED.from + 1
  return Array.from({ length: count }, (_, index) => index + TRIED.from)
    .sort((one, other) => Math.abs(one) - Math.abs(other) || other - one)
    .map(x => ({ kind: 'x', x }))
}

/** Applies an operation once and twice at every start. Idempotent is what holds at every x, so one counterexample settles it. */
export function survey(operation: Operation): Survey {
  const outcomes = startsOf(operation).map(at => {
    const once = applyOnce(operation, at)
    const twice = typeof once === 'string' ? once : applyOnce(operation, once)
    return { at, once, twice }
  })
  const holds = outcomes.filter(({ once, twice }) => isSameSubject(once, twice))
  const without = outcomes.filter(({ twice }) => typeof twice === 'string')
  const others = outcomes.filter(outcome => !holds.includes(outcome) && !without.includes(outcome))
  return {
    tried: outcomes.length,
    holds: holds.length,
    without: without.length,
    counterexample: others[0] ?? null,
  }
}
