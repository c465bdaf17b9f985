/** An amount of money in integer minor units: 10000 is $100.00. Never a fraction. */
export type Minor = number

/** The customer's balance when a session begins: $1,000.00. */
export const OPENING_BALANCE: Minor = 100_000

/** The largest amount of one payment, $999,999.99, as at Stripe (https://docs.stripe.com/currencies). */
export const LARGEST_AMOUNT: Minor = 99_999_999

/** The one currency of the simulated bank (ISO 4217, lower case as on the wire). */
export const CURRENCY = 'usd'
