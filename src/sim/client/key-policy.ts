import type { KeyName } from '../idempotency/record.ts'

/** When the client makes a new idempotency key. Only `per-payment` is right; two are the common bugs. */
export type KeyPolicy = 'off' | 'per-payment' | 'per-attempt' | 'per-session'

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
  }
}
