import type { TraceEvent } from '../event.ts'
import { canonicalJson } from '../idempotency/canonical.ts'

/**
 * 16 hexadecimal digits over the canonical JSON of some events: equal runs have equal hashes, in every browser.
 * Two runs of 32-bit FNV-1a (Fowler, Noll, Vo) with different offsets; it guards against accidents, not against attackers.
 */
export function traceHash(events: readonly TraceEvent[]): string {
  let a = 0x811c9dc5
  let b = 0x050c5d1f
  for (const event of events) {
    const text = canonicalJson(event)
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
