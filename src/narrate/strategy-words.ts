import type { StrategyId } from '../sim/index.ts'

/** What a server strategy does, and what breaks it, in one plain sentence each. */
export const STRATEGY_WORDS: Readonly<Record<StrategyId, readonly [does: string, breaks: string]>> = {
  'no-key': ['Charges every request that arrives.', 'One lost answer and a retry charge twice.'],
  'charge-then-record': [
    'Looks for the key, charges, then records the key with the answer.',
    'Two requests at once charge twice, and so does a crash before the record.',
  ],
  'check-then-act': [
    'Looks for the key, writes it down, then charges.',
    'Two looks before either writes charge twice; after a crash a retry is told “paid” for nothing.',
  ],
  'unique-200': [
    'Inserts the key, then charges; a key that is there already gets 200.',
    'After a crash between the two a retry is told “paid” for nothing.',
  ],
  'unique-409': [
    'Inserts the key, then charges; a key that is there already gets 409.',
    'After one lost answer every retry gets 409, and you never learn how it ended.',
  ],
  'one-transaction': [
    'Key, charge and saved answer are committed together or not at all.',
    'A new key on a retry, or one that has expired, charges again; after a saved 500 you never learn.',
  ],
  'set-nx': [
    'Claims the key for the time of a lease, charges, then marks it done.',
    'A lease that runs out before the work is done lets another charge again.',
  ],
  'lock-check-outside': [
    'Looks for the key, then locks it, charges, saves the answer and unlocks.',
    'What it saw before it had the lock may be old: it charges twice with no fault at all.',
  ],
  'lua-get-or-claim': [
    'One script looks and claims; then it charges and saves the answer.',
    'After a crash the key stays on “processing”, and every retry gets 409.',
  ],
  'saved-response': [
    'Claims, charges, saves the answer; a retry that finds “processing” charges again.',
    'Two requests at once charge twice, and so does a crash after the charge.',
  ],
  'saved-response-downstream-key': [
    'Claims, charges, saves the answer; the charge carries the key, and the ledger makes it only once.',
    'A new key on a retry, or a ledger that has lost it, charges again; after a saved 500 you never learn.',
  ],
}
