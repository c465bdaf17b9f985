/** A limit on everything, so that a hostile or mistaken session ends in a sentence and never in a hang. */
export const LIMITS = {
  /** Inputs one session may hold. */
  inputs: 500,
  /** Payments one session may open. */
  payments: 250,
  /** Attempts of one payment, by hand. The setting `attempts` bounds the automatic ones. */
  attemptsByHand: 20,
  /** Events one trace may hold. */
  events: 50_000,
  /** The latest virtual time of an input, in milliseconds: one hour. */
  inputAtMs: 3_600_000,
} as const

export type LimitName = keyof typeof LIMITS

/** Thrown when a session goes over one of {@link LIMITS}; `limit` names which. */
export class LimitError extends Error {
  override name = 'LimitError'
  readonly limit: LimitName

  constructor(limit: LimitName, what: string) {
    super(`${what}. The limit is ${LIMITS[limit]} (${limit}).`)
    this.limit = limit
  }
}
