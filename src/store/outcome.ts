import { chargesOf, type Payment, type State, type Trace } from '../sim/index.ts'

/** How a run ended for a payment, and whether it broke a promise to anybody. */
export interface Outcome {
  readonly charges: number
  /** What the person knew of it in the end; null where there was no such payment. */
  readonly belief: Payment['belief'] | null
  /** A broken promise in order of time, each with the payment (`p1`) it was broken for. */
  readonly broken: readonly { readonly promise: string; readonly payment: string }[]
}

/** What became of a payment (1, 2, …). */
export function outcomeOf(trace: Trace, payment: number): Outcome {
  const { ledger, payments } = lastState(trace)
  const broken = trace.events.filter(({ kind }) => kind === 'promise.broken')
  return {
    charges: chargesOf(ledger, payment),
    belief: payments[payment - 1]?.belief ?? null,
    broken: broken.map(({ data, payment: whose = '' }) => ({
      promise: String(data?.promise),
      payment: whose,
    })),
  }
}

/** The state in which a run ends. */
function lastState(trace: Trace): State {
  return trace.steps.at(-1)?.state ?? trace.opening
}

/**
 * Whether a run under changed settings is what was meant: this payment charged once, nobody's promise broken, and the
 * person left knowing no less than before. Who only stops trying is not helped.
 */
export function isPrevented(changed: Outcome, present: Outcome): boolean {
  const { charges, belief, broken } = changed
  return charges === 1 && broken.length === 0 && (belief === 'paid' || belief === present.belief)
}
