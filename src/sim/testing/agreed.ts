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
  'no-key': {
    none: 'A H',
    crash: 'A H',
    duplicate: 'A H',
    lease: 'A H',
    record: 'A H',
    failure: 'A H',
    refusal: 'A H',
  },
  'charge-then-record': {
    none: 'A',
    crash: 'A H',
    duplicate: 'A',
    lease: 'A',
    record: 'A H',
    failure: 'A H',
    refusal: 'A',
  },
  'check-then-act': {
    none: 'A',
    crash: 'A T H',
    duplicate: 'A',
    lease: 'A',
    record: 'A H',
    failure: 'A',
    refusal: 'A',
  },
  'unique-200': { none: '', crash: 'T H', duplicate: '', lease: '', record: 'A H', failure: '', refusal: '' },
  'unique-409': {
    none: 'H',
    crash: 'H',
    duplicate: 'H',
    lease: 'H',
    record: 'A H',
    failure: 'H',
    refusal: 'H',
  },
  'one-transaction': {
    none: '',
    crash: '',
    duplicate: '',
    lease: '',
    record: 'A H',
    failure: 'H',
    refusal: '',
  },
  'set-nx': { none: '', crash: 'H', duplicate: '', lease: 'A', record: 'A H', failure: 'H', refusal: '' },
  'lock-check-outside': {
    none: 'A',
    crash: 'A H',
    duplicate: 'A',
    lease: 'A',
    record: 'A H',
    failure: 'A H',
    refusal: 'A',
  },
  'lua-get-or-claim': {
    none: '',
    crash: 'H',
    duplicate: '',
    lease: '',
    record: 'A H',
    failure: 'H',
    refusal: '',
  },
  'saved-response': {
    none: 'A',
    crash: 'A H',
    duplicate: 'A',
    lease: 'A',
    record: 'A H',
    failure: 'A H',
    refusal: 'A',
  },
  'saved-response-downstream-key': {
    none: '',
    crash: '',
    duplicate: '',
    lease: '',
    record: '',
    failure: 'H',
    refusal: '',
  },
}
