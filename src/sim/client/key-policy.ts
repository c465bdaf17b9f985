import type { KeyName } from '../idempotency/record.ts'

/** When the client makes a new idempotency key, and which. Only `per-payment` is right; the others are common bugs. */
export type KeyPolicy = 'off' | 'per-payment' | 'per-attempt' | 'per-session' | 'empty' | 'too-long'

/** A key that no API takes. Its name is as long as itself, so that the form check measures the real thing. */
const TOO_LONG: KeyName = 'k'.repeat(300)

/** The key an attempt carries under a policy, or null for none. */
export function keyFor(policy: KeyPolicy, payment: number, attempt: number): KeyName | null {
  switch (policy) {
    case 'off':
      return null
    case 'per-payment':
      return `k${payment}`
    case 'per-attempt':
      return `k${payment}.${attempt}`
    case 'per-session':
      return 'k'
    case 'empty':
      return ''
    case 'too-long':
      return TOO_LONG
  }
}
