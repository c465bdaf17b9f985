import type { Input } from '../../sim/index.ts'
import { pay, type Run } from '../run.ts'

/** Under this seed the first two answers of a payment are lost, and the third arrives. */
const LOSES_TWO = 5
const newPayment = (at: number): Input => ({ at, type: 'newPayment' })

/** The runs that chapter 4 points to. */
export const runs = {
  'without-keys': {
    settings: { seed: LOSES_TWO },
    inputs: pay(0, 3000, 6000),
    ends: { charges: [3], beliefs: ['paid'], answers: [201, 201, 201] },
  },
  'with-keys': {
    settings: { seed: LOSES_TWO, keys: 'per-payment' },
    inputs: pay(0, 3000, 6000),
    ends: { charges: [1], beliefs: ['paid'], answers: [201, 201, 201] },
  },
  'at-80': {
    settings: { seed: 11, keys: 'per-payment', responseLoss: 0.8 },
    inputs: pay(0, 3000, 6000, 9000),
    ends: { charges: [1], beliefs: ['paid'], answers: [201, 201, 201, 201] },
  },
  'never-learns': {
    settings: { seed: 1, keys: 'per-payment', responseLoss: 0.8 },
    inputs: pay(0, 3000, 6000, 9000),
    ends: { charges: [1], beliefs: ['unknown'], answers: [201, 201, 201, 201] },
  },
  automatic: {
    settings: { seed: LOSES_TWO, retry: 'auto' },
    inputs: pay(0),
    ends: { charges: [3], beliefs: ['paid'], answers: [201, 201, 201] },
  },
  'client-bug': {
    settings: { seed: 202, keys: 'per-attempt' },
    inputs: pay(0, 3000),
    ends: { charges: [2], beliefs: ['paid'], answers: [201, 201] },
  },
  race: {
    settings: {
      seed: 202,
      keys: 'per-payment',
      server: 'check-then-act',
      latency: '700-700',
      responseLoss: 0,
    },
    inputs: pay(0, 50),
    ends: { charges: [2], beliefs: ['paid'], answers: [201, 201] },
  },
  swallowed: {
    settings: { keys: 'per-session', responseLoss: 0 },
    inputs: [...pay(0), newPayment(3000), ...pay(3500)],
    ends: { charges: [1, 0], beliefs: ['paid', 'paid'], answers: [201, 201] },
  },
  'request-lost': {
    settings: { responseLoss: 0, requestLoss: 1 },
    inputs: pay(0),
    ends: { charges: [0], beliefs: ['unknown'], answers: [] },
  },
} as const satisfies Record<string, Run>
