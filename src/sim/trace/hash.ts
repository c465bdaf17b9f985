import type { TraceEvent } from '../event.ts'
import { canonicalJson } from '../idempotency/canonical.ts'
import { balanceOf } from '../ledger/balance.ts'
import type { Trace } from './trace.ts'

/** 16 hexadecimal digits over the canonical JSON of some events: equal runs have equal hashes, in every browser. */
export function traceHash(events: readonly TraceEvent[]): string {
  return hashOf(events)
}

/**
 * 16 hexadecimal digits over how a run ends: what was charged for which attempt, what the client knows of each, and the
 * balance. Times and words are left out: a version that only tells the same outcome otherwise has the same checksum.
 */
export function outcomeHash(trace: Trace): string {
  const state = trace.steps.at(-1)?.state ?? trace.opening
  const payments = state.payments.map(({ amount, attempts, belief }) => ({ amount, attempts, belief }))
  const charges = state.ledger.charges.map(({ payment, attempt, amount }) => ({ payment, attempt, amount }))
  return hashOf([...payments, ...charges, balanceOf(state)])
}

/** Two runs of 32-bit FNV-1a (Fowler, Noll, Vo) with different offsets; it guards against accidents, not against attackers. */
function hashOf(values: readonly unknown[]): string {
  let a = 0x811c9dc5
  let b = 0x050c5d1f
  for (const value of values) {
    const text = canonicalJson(value)
    for (let i = 0; i < text.length; i += 1) {
      const code = text.charCodeAt(i)
      a = Math.imul(a ^ code, 0x01000193)
      b = Math.imul(b ^ code ^ (a >>> 24), 0x01000193)
    }
  }
  return hex(a) + hex(b)
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0')
}
