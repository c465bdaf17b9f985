import { chargesOf, type Trace, type TraceEvent } from '../../../sim/index.ts'

/** What a run shows, as the answers of the quiz ask for it. */
export interface Seen {
  readonly events: readonly TraceEvent[]
  /** How often each payment was charged. */
  readonly charges: readonly number[]
  /** What the client believes of each in the end. */
  readonly beliefs: readonly string[]
  /** The statuses the bank answered, in order; those of lost answers as well. */
  readonly statuses: readonly number[]
  /** Whether the last answer was a saved one. */
  readonly replayed: boolean
  /** How often requests reached the bank. */
  readonly deliveries: number
  readonly attempts: number
  readonly loss: { readonly request: number; readonly response: number }
}

/** Reads off a run what the quiz asks for. */
export function seenIn({ events, steps, opening, settings }: Trace): Seen {
  const { payments, ledger } = steps.at(-1)?.state ?? opening
  const sent = events.filter(({ kind }) => kind === 'response.sent')
  return {
    events,
    charges: payments.map((_, index) => chargesOf(ledger, index + 1)),
    beliefs: payments.map(({ belief }) => belief),
    statuses: sent.map(({ response }) => response?.status ?? 0),
    replayed: sent.at(-1)?.data?.replayed === true,
    deliveries: all(events, 'request.delivered').length,
    attempts: all(events, 'attempt.sent').length,
    loss: { request: settings.requestLoss, response: settings.responseLoss },
  }
}

/** The events of a kind. */
export function all(events: readonly TraceEvent[], kind: TraceEvent['kind']): TraceEvent[] {
  return events.filter(event => event.kind === kind)
}

/**
 * How likely it is that one was charged, after so many tries in vain: all but the case that every request was lost.
 * 1 − (q/f)ⁿ, where f is the probability that a try is in vain.
 */
export function chargedAfter(tries: number, { request, response }: Seen['loss']): number {
  const inVain = 1 - (1 - request) * (1 - response)
  return 1 - (request / inVain) ** tries
}

/** What the client saw of a payment, and when, counted from the first press. */
export function sightOf({ events }: Seen, payment: string): string {
  const own = events.filter(event => event.payment === payment)
  const start = all(own, 'attempt.sent')[0]?.at ?? 0
  return own
    .filter(({ kind }) => ['attempt.timedOut', 'response.delivered', 'payment.unknown'].includes(kind))
    .map(({ kind, at }) => `${kind} ${at - start}`)
    .join(', ')
}
