import {
  balanceOf,
  expectedBalance,
  type Frame,
  LIMITS,
  type Minor,
  openPayment,
  type Payment,
  type Trace,
} from '../sim/index.ts'
import type { SimulatorState } from './simulator-state.ts'

/** The payment in question, or null when the next press opens one. */
export function currentPayment(frame: Frame): Payment | null {
  return frame.state.payments[openPayment(frame.state) - 1] ?? null
}

/** Whether a press of Pay does something, and if not, why. */
export function payRefusal(frame: Frame): string | null {
  const payment = currentPayment(frame)
  if (payment?.belief === 'paid') return 'This payment is paid. Open a new payment to pay again.'
  if (payment?.belief === 'failed') return 'The bank refused this payment. Open a new payment to try again.'
  if (payment && payment.attempts.length >= LIMITS.attemptsByHand) {
    return `${LIMITS.attemptsByHand} attempts are the limit. Open a new payment.`
  }
  return null
}

/** Whether the next press of Pay sends the same payment once more. */
export function isPayingAgain(frame: Frame): boolean {
  const belief = currentPayment(frame)?.belief
  return belief === 'waiting' || belief === 'unknown'
}

/** A change of the balance. */
export interface BalancePoint {
  readonly at: number
  readonly balance: Minor
  readonly expected: Minor
}

/** Balance and what it should be, from the opening on: one point for every change up to a time. */
export function balancePoints(trace: Trace, untilMs: number): BalancePoint[] {
  let last: BalancePoint = {
    at: 0,
    balance: balanceOf(trace.opening),
    expected: expectedBalance(trace.opening),
  }
  const points = [last]
  for (const { at, state } of trace.steps) {
    if (at > untilMs) break
    const balance = balanceOf(state)
    const expected = expectedBalance(state)
    if (balance === last.balance && expected === last.expected) continue
    // Two workers may charge at the same moment; only what came of both is seen.
    if (at === last.at && points.length > 1) points.pop()
    last = { at, balance, expected }
    points.push(last)
  }
  return points
}

/** Whether a run that was brought along has not been watched at all: what comes first is Play. */
export function waitsForPlay({ status, watchedMs, session }: SimulatorState): boolean {
  return status === 'paused' && watchedMs === 0 && session.inputs.length > 0
}
