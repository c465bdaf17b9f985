/** What can lie on a wire or stand beside phone and bank. Digits are attempts, as on the stage. */
export type Thing =
  | '1'
  | '2'
  | 'key'
  | 'other-key'
  | 'coin'
  | 'small-coin'
  | 'lost'
  | 'unknown'
  | 'clock'
  | 'bolt'
  | 'asleep'
  | 'lock'
  | 'barrier'
  | 'card'
  | 'eye'

/** A situation as a picture: what is known before it is watched, and nothing of how it ends. */
export interface Picture {
  /** On the request's wire, from the phone to the bank. */
  readonly out?: readonly Thing[]
  /** On the answer's wire, likewise from left to right. */
  readonly back?: readonly Thing[]
  /** At the phone's corner. */
  readonly phone?: Thing
  /** At the bank's corner. */
  readonly bank?: Thing
  /** The bank is two instances. */
  readonly instances?: boolean
}

/** By scenario; one without a picture of its own has phone, wires and bank. */
export const PICTURES: Readonly<Record<string, Picture>> = {
  ghost: { out: ['1'], back: ['unknown'] },
  'request-or-answer': { out: ['lost'], back: ['lost'] },
  'late-answer': { back: ['clock'] },
  overtaken: { out: ['1', '2'] },
  'duplicated-delivery': { out: ['1', '1'] },
  'double-click': { out: ['2', '1'] },
  'declined-card': { out: ['2', '1'], phone: 'card' },
  'too-many-requests': { out: ['2', 'barrier'] },
  'key-per-attempt': { out: ['other-key', 'key'] },
  'key-per-session': { out: ['coin', 'coin'], back: ['key'] },
  'another-amount': { out: ['small-coin', 'coin'], back: ['key'] },
  'expired-key': { out: ['key'], bank: 'clock' },
  'ghost-with-key': { out: ['key'], back: ['unknown'] },
  'crash-before-record': { out: ['key'], bank: 'bolt' },
  'check-then-act': { out: ['2', '1'], bank: 'eye' },
  'another-instance': { out: ['key'], instances: true },
  'pause-outlives-lease': { out: ['key'], bank: 'asleep' },
  'orphaned-claim': { bank: 'lock' },
}
