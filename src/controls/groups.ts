import type { SettingName } from '../sim/index.ts'

/** Which knobs stand under which heading; the ones with a place of their own are left out. */
export const GROUPS: readonly { readonly heading: string; readonly names: readonly SettingName[] }[] = [
  { heading: 'Client', names: ['keys', 'timeout', 'attempts', 'backoff', 'jitter'] },
  { heading: 'Network', names: ['requestLoss', 'duplicate', 'latency', 'seed'] },
  { heading: 'Bank', names: ['server', 'keyRequired', 'memory', 'ttl', 'lease', 'amount', 'card'] },
  { heading: 'Faults', names: ['crash', 'pause', 'serverError', 'errorReplay', 'rateLimit'] },
]
