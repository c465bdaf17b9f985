import type { Bounds } from '../drivers/exhaustive/bounds.ts'
import type { StrategyId } from '../server/strategies.ts'

/** What each fault may be added of, beyond any loss, slow answers and impatient presses. */
export const FAULTS = {
  none: {},
  crash: { crash: 1 },
  duplicate: { duplicate: 1 },
  lease: { lease: 1 },
  record: { record: 1 },
  failure: { failure: 1 },
  refusal: { refusal: 1 },
} as const satisfies Record<string, Partial<Bounds>>

export type Fault = keyof typeof FAULTS

/**
 * The promises that each strategy breaks at three attempts, as docs/promises.md has them: A at most one charge, T
 * told paid means charged, H heals. A crash of check-then-act and of saved-response also breaks H, which a shorter
 * description may leave out; a record that expires is a new request to every strategy but the one whose ledger knows the key.
 */
export const TABLE: Readonly<Record<StrategyId, Readonly<Record<Fault, string>>>> = {
  'no-key': row('A H', 'A H', 'A H', 'A H', 'A H', 'A H', 'A H'),
  'charge-then-record': row('A', 'A H', 'A', 'A', 'A H', 'A H', 'A'),
  'check-then-act': row('A', 'A T H', 'A', 'A', 'A H', 'A', 'A'),
  'unique-200': row('', 'T H', '', '', 'A H', '', ''),
  'unique-409': row('H', 'H', 'H', 'H', 'A H', 'H', 'H'),
  'one-transaction': row('', '', '', '', 'A H', 'H', ''),
  'set-nx': row('', 'H', '', 'A', 'A H', 'H', ''),
  'lock-check-outside': row('A', 'A H', 'A', 'A', 'A H', 'A H', 'A'),
  'lua-get-or-claim': row('', 'H', '', '', 'A H', 'H', ''),
  'saved-response': row('A', 'A H', 'A', 'A', 'A H', 'A H', 'A'),
  'saved-response-downstream-key': row('', '', '', '', '', 'H', ''),
}

/** What a strategy breaks, in the order of {@link FAULTS}. */
function row(
  none: string,
  crash: string,
  duplicate: string,
  lease: string,
  record: string,
  failure: string,
  refusal: string,
) {
  return { none, crash, duplicate, lease, record, failure, refusal }
}
