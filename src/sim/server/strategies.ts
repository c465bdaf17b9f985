/** Every server strategy by its public name, in the order in which they are told: from naive to sound. */
export const STRATEGIES = [
  { value: 'no-key', label: 'no-key: ignore it' },
  { value: 'charge-then-record', label: 'charge-then-record: mark when done' },
  { value: 'check-then-act', label: 'check-then-act: look, then mark' },
  { value: 'unique-200', label: 'unique-200: insert, else “done”' },
  { value: 'unique-409', label: 'unique-409: insert, else conflict' },
  { value: 'one-transaction', label: 'one-transaction: key and charge together' },
  { value: 'set-nx', label: 'set-nx: claim with a lease' },
  { value: 'lock-check-outside', label: 'lock-check-outside: look, then lock' },
  { value: 'lua-get-or-claim', label: 'lua-get-or-claim: one atomic script' },
  { value: 'saved-response', label: 'saved-response: claim, save the answer' },
  { value: 'saved-response-downstream-key', label: 'saved-response-downstream-key: pass the key on' },
] as const

export type StrategyId = (typeof STRATEGIES)[number]['value']
export const STRATEGY_IDS: readonly StrategyId[] = STRATEGIES.map(({ value }) => value)

/** Those that save no answer beside a key, so that a retry is never answered with a saved one. */
export const SAVE_NO_ANSWER: readonly StrategyId[] = [
  'no-key',
  'check-then-act',
  'unique-200',
  'unique-409',
  'set-nx',
]
