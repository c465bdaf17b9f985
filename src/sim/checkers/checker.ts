import type { Ref } from '../event.ts'
import type { State } from '../state.ts'

/** One promise: a predicate on a state, and what to point at when it is broken. */
export interface Checker {
  readonly promise: PromiseName
  /** The payments (1, 2, …) it is broken for; 0 stands for the world as a whole. */
  broken(state: State): number[]
  /** Whether there is anything in the state that the promise is about. Held only where there never was, it is vacuous. */
  holdsOf(state: State): boolean
  /** The events that broke it for that payment. */
  causes(payment: number): Ref[]
}

export type PromiseName = 'at-most-one-charge' | 'told-paid-means-charged' | 'heals' | 'money-conserved'
