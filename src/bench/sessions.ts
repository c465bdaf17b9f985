import { DEFAULT_SETTINGS, type Input, type Session } from '../sim/index.ts'

/** What is measured: no keys, the default; and with keys, where the bank has the most to do. */
export const POLICIES = ['off', 'per-payment'] as const
export type Policy = (typeof POLICIES)[number]

const EVERY_MS = 5000

/** A session of some inputs: by turns a press of Pay and of New payment, the rest is done by the automatic client. */
export function sessionOf(inputs: number, keys: Policy): Session {
  const pressed = Array.from(
    { length: inputs },
    (_, index): Input => ({ at: index * EVERY_MS, type: index % 2 === 0 ? 'pay' : 'newPayment' }),
  )
  return { settings: { ...DEFAULT_SETTINGS, retry: 'auto', keys }, inputs: pressed }
}
