import type { Input } from '../../sim/index.ts'
import { pay, type Run } from '../run.ts'

const newPayment = (at: number): Input => ({ at, type: 'newPayment' })
const KEYED = { keys: 'per-payment' } as const
/** Nothing is lost, so that nothing but the key decides. */
const NONE_LOST = { responseLoss: 0 } as const

/** The runs that chapter 3 points to. Under seed 202 the first answer of a payment is lost and the second arrives. */
export const runs = {
  'lost-answer': {
    settings: { ...KEYED, seed: 202 },
    inputs: pay(0, 3000),
    ends: { charges: [1], beliefs: ['paid'], answers: [201, 201] },
  },
  new: {
    settings: { ...KEYED, ...NONE_LOST },
    inputs: pay(0),
    ends: { charges: [1], beliefs: ['paid'], answers: [201] },
  },
  'two-payments': {
    settings: { ...KEYED, seed: 202 },
    inputs: [...pay(0, 3000), newPayment(6000), ...pay(6500, 9500)],
    ends: { charges: [1, 1], beliefs: ['paid', 'paid'], answers: [201, 201, 201, 201] },
  },
  'in-flight': {
    settings: { ...KEYED, ...NONE_LOST },
    inputs: pay(0, 150),
    ends: { charges: [1], beliefs: ['paid'], answers: [409, 201] },
  },
  'conflict-only': {
    settings: { ...KEYED, seed: 202 },
    inputs: pay(0, 150),
    ends: { charges: [1], beliefs: ['unknown'], answers: [409, 201] },
  },
  'turned-away': {
    settings: { ...KEYED, seed: 38, rateLimit: 0.5 },
    inputs: pay(0, 3000),
    ends: { charges: [1], beliefs: ['unknown'], answers: [201, 429] },
  },
  mismatch: {
    settings: { keys: 'per-session', ...NONE_LOST },
    inputs: [...pay(0), newPayment(3000), { at: 3500, type: 'pay', amount: 4000 }],
    ends: { charges: [1, 0], beliefs: ['paid', 'failed'], answers: [201, 422] },
  },
  malformed: {
    settings: { keys: 'empty', ...NONE_LOST },
    inputs: pay(0),
    ends: { charges: [0], beliefs: ['failed'], answers: [400] },
  },
  'no-key': {
    settings: { keys: 'off', seed: 202 },
    inputs: pay(0, 3000),
    ends: { charges: [2], beliefs: ['paid'], answers: [201, 201] },
  },
  expired: {
    settings: { ...KEYED, seed: 202, ttl: 2000 },
    inputs: pay(0, 4500),
    ends: { charges: [2], beliefs: ['paid'], answers: [201, 201] },
  },
  'per-attempt': {
    settings: { keys: 'per-attempt', seed: 202 },
    inputs: pay(0, 3000),
    ends: { charges: [2], beliefs: ['paid'], answers: [201, 201] },
  },
  swallowed: {
    settings: { keys: 'per-session', ...NONE_LOST },
    inputs: [...pay(0), newPayment(3000), ...pay(3500)],
    ends: { charges: [1, 0], beliefs: ['paid', 'paid'], answers: [201, 201] },
  },
  'longer-timeout': {
    settings: { seed: 202, timeout: 60_000 },
    inputs: pay(0, 61_000),
    ends: { charges: [2], beliefs: ['paid'], answers: [201, 201] },
  },
} as const satisfies Record<string, Run>
