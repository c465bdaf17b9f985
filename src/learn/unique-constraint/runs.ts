import { pay, type Run } from '../run.ts'

const CRASH = { seed: 1, responseLoss: 0, keys: 'per-payment', crash: 'before-charge' } as const

/** The runs that chapter 5a points to. */
export const runs = {
  'one-transaction': {
    settings: { seed: 202, keys: 'per-payment', server: 'one-transaction' },
    inputs: pay(0, 3000),
    ends: { charges: [1], beliefs: ['paid'], answers: [201, 201] },
  },
  'key-then-crash': {
    settings: { ...CRASH, server: 'unique-200' },
    inputs: pay(0, 3000),
    ends: { charges: [0], beliefs: ['paid'], answers: [200] },
  },
  'together-then-crash': {
    settings: { ...CRASH, server: 'one-transaction' },
    inputs: pay(0, 3000),
    ends: { charges: [1], beliefs: ['paid'], answers: [201] },
  },
  conflict: {
    settings: { seed: 202, keys: 'per-payment', server: 'unique-409' },
    inputs: pay(0, 3000),
    ends: { charges: [1], beliefs: ['unknown'], answers: [201, 409] },
  },
} as const satisfies Record<string, Run>
