import { chargesOf } from '../ledger/account.ts'
import type { Settings } from '../scenario.ts'
import type { Input } from '../session.ts'
import { lastState, run } from './run.ts'

/** The luck of n attempts one after another: a request is lost with q, an answer, once the request arrived, with p. */
export interface Luck {
  readonly q: number
  readonly p: number
  readonly n: number
}

/** What came of one payment. */
export interface Fate {
  readonly charges: number
  readonly learned: boolean
}

/** The closed forms for attempts one after another whose losses are independent, without keys. */
export function theory({ q, p, n }: Luck) {
  const f = 1 - (1 - q) * (1 - p)
  const u = (1 - q) * p
  const none = q ** n
  const one = (1 - p) * (1 - none) + n * u * q ** (n - 1)
  return {
    meanCharges: (1 - f ** n) / (1 - p),
    learns: 1 - f ** n,
    twice: 1 - none - one,
    chargedGhost: f ** n - q ** n,
    /** With keys, which charge a payment once if any request of it arrives. */
    meanChargesKeyed: 1 - none,
  }
}

// An attempt is answered after at most 20 + 700 + 20 ms and times out after 800, so that attempts do not overlap.
const APART = { latency: '10-20', timeout: 800, retry: 'auto', backoff: 'fixed', jitter: 'none' } as const
const ATTEMPT_MS = 1800
/** A short session is quick: the cost of a step grows with the payments there are. */
const PAYMENTS_A_SESSION = 50

/** Runs automatic payments, the seeds of their sessions counted up from `seed`. */
export function sample(luck: Luck, payments: number, seed: number, settings: Partial<Settings>): Fate[] {
  const inputs = Array.from({ length: PAYMENTS_A_SESSION }, (_, index): Input[] => {
    const at = index * luck.n * ATTEMPT_MS
    return [
      { at, type: 'pay' },
      { at: at + luck.n * ATTEMPT_MS - 1, type: 'newPayment' },
    ]
  }).flat()
  const drawn = { requestLoss: luck.q, responseLoss: luck.p, attempts: luck.n }
  return Array.from({ length: payments / PAYMENTS_A_SESSION }, (_, session) => {
    const { payments, ledger } = lastState(
      run({ ...APART, ...drawn, ...settings, seed: seed + session }, inputs),
    )
    return payments.map(({ belief }, index) => ({
      charges: chargesOf(ledger, index + 1),
      learned: belief === 'paid',
    }))
  }).flat()
}

/** How many standard errors a sampled share lies from its probability. */
export function sigmas(hits: number, of: number, probability: number): number {
  const error = Math.sqrt((probability * (1 - probability)) / of)
  const off = hits / of - probability
  return error === 0 ? (off === 0 ? 0 : Number.POSITIVE_INFINITY) : off / error
}

/** How many standard errors, by the sample's own variance, a sampled mean lies from its expectation. */
export function sigmasOfMean(values: readonly number[], expected: number): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1)
  return (mean - expected) / Math.sqrt(variance / values.length)
}
