import { SCENARIO } from '../sim/index.ts'
import type { Rerun } from './verdict.ts'

/** The same inputs and the same luck, with the one change that tells. */
export const KEYS_ON: Rerun = { label: 'Same bad luck, keys on', settings: { keys: 'per-payment' } }
export const KEYS_OFF: Rerun = { label: 'Same bad luck, keys off', settings: { keys: 'off' } }
/** For a client that has keys, but the wrong ones. */
export const A_KEY_PER_PAYMENT: Rerun = { ...KEYS_ON, label: 'Same bad luck, a key per payment' }
export const TRANSACTION: Rerun = {
  label: 'Same bad luck, one transaction',
  settings: { server: 'one-transaction' },
}
/** Against forgetting no strategy helps, only keeping. */
export const KEYS_KEPT: Rerun = {
  label: 'Same bad luck, keys kept a day',
  settings: { ttl: SCENARIO.ttl.max },
}
/** A saved error is replayed by one transaction, too: it must be rolled back with the charge. */
export const ROLLED_BACK: Rerun = {
  label: 'Same bad luck, the error rolled back',
  settings: { server: 'one-transaction', errorReplay: 'run-again' },
}
