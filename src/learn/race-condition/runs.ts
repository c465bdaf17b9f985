import { pay, type Run } from '../run.ts'

/** Nothing is lost, so that only the bank's code is to blame. */
const KEYED = { keys: 'per-payment', responseLoss: 0 } as const

/** The runs that chapter 5b points to. */
export const runs = {
  'check-then-act': {
    settings: { ...KEYED, seed: 3, server: 'check-then-act' },
    inputs: pay(0, 150),
    ends: { charges: [2], beliefs: ['paid'], answers: [201, 201] },
  },
  'orphaned-claim': {
    settings: { ...KEYED, seed: 1, server: 'lua-get-or-claim', crash: 'before-charge' },
    inputs: pay(0, 3000, 6500),
    ends: { charges: [0], beliefs: ['unknown'], answers: [409, 409] },
  },
  'pause-outlives-lease': {
    settings: { ...KEYED, seed: 1, server: 'set-nx', pause: 4000, lease: 1500 },
    inputs: pay(0, 3000),
    ends: { charges: [2], beliefs: ['paid'], answers: [201, 201] },
  },
  'short-lease': {
    settings: { seed: 202, keys: 'per-payment', server: 'set-nx', ttl: 2000, lease: 2000 },
    inputs: pay(0, 6000),
    ends: { charges: [2], beliefs: ['paid'], answers: [201, 201] },
  },
  'another-instance': {
    settings: { seed: 202, keys: 'per-payment', server: 'lua-get-or-claim', memory: 'per-instance' },
    inputs: pay(0, 3000),
    ends: { charges: [2], beliefs: ['paid'], answers: [201, 201] },
  },
} as const satisfies Record<string, Run>
