import { frameAt, type Trace, type TraceEvent } from '../sim/index.ts'
import { whyTwice } from './verdict-harm.ts'
import { ordinal, seconds } from './words.ts'

/** The charges that are the second or a later one of their payment, in order of time. */
export function chargesAgain({ events }: Trace): TraceEvent[] {
  return events.filter(({ kind, data }) => kind === 'ledger.charged' && Number(data?.number) > 1)
}

/** The number of an event's payment: 1, 2, … */
export function paymentNumber({ payment = '' }: TraceEvent): number {
  return Number(payment.slice(1))
}

/** How often a payment (`p1`) is charged in a run, up to a time. */
export function chargesUpTo({ events }: Trace, payment: string | undefined, atMs: number): number {
  return events.filter(
    event => event.kind === 'ledger.charged' && event.payment === payment && event.at <= atMs,
  ).length
}

/** “Payment 1, a second charge at 3.9 s”. */
export function chargeInWords(charge: TraceEvent): string {
  return `Payment ${paymentNumber(charge)}, ${ordinal(Number(charge.data?.number))} charge at ${seconds(charge.at)}`
}

/** Why the bank charged again: this charge against the one before it, as things stood at that moment. */
export function whyChargedAgain(trace: Trace, charge: TraceEvent): string {
  const { state } = frameAt(trace, charge.at)
  const past = trace.events.slice(0, charge.id + 1)
  return whyTwice(state, past, paymentNumber(charge), Number(charge.data?.number)).reason
}
