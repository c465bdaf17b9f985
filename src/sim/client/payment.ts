import type { Minor } from '../ledger/money.ts'
import type { KeyPolicy } from './key-policy.ts'

/** How an attempt ended, as in Jepsen: `info` means that nobody on this side can know. */
export type Outcome = 'pending' | 'info' | 'ok' | 'fail'

/** What the person can know of a payment from the answers that arrived. */
export type Belief = 'waiting' | 'unknown' | 'paid' | 'failed'

/** One intent to pay: one charge is meant, however many attempts it takes. */
export interface Payment {
  readonly amount: Minor
  /** The policy and the card the payment was opened with; later changes of the settings do not reach it. */
  readonly keys: KeyPolicy
  readonly card: 'ok' | 'declined'
  readonly attempts: readonly Outcome[]
  readonly belief: Belief
  /** True once the person went on to a new payment. */
  readonly closed: boolean
  /** Closed while nobody on this side knew how it had ended. */
  readonly gaveUp: boolean
}

/** The belief that follows from the attempts: any ok makes it paid, only all failed make it failed. */
export function beliefOf(attempts: readonly Outcome[], closed: boolean): Belief {
  if (attempts.includes('ok')) return 'paid'
  if (attempts.every(outcome => outcome === 'fail')) return 'failed'
  // The client times only its newest attempt; older ones may still answer, but it no longer waits for them.
  return attempts.at(-1) === 'pending' && !closed ? 'waiting' : 'unknown'
}

/**
 * What an answer's status says about its attempt. 409, 429 and 5xx leave it unknown: a duplicate's 409 may overtake
 * its own 201. Any other 4xx fails it.
 */
export function outcomeOf(status: number): Outcome {
  if (status >= 200 && status < 300) return 'ok'
  return status === 409 || status === 429 || status >= 500 ? 'info' : 'fail'
}
