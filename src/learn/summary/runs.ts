import type { Input } from '../../sim/index.ts'
import { pay, type Run } from '../run.ts'

/** Under this seed a payment's first answer is lost and its second arrives. */
const LOSES_THE_FIRST = { seed: 202 } as const
/** Every message arrives, so that nothing but the situation itself is to blame. */
const NONE_LOST = { seed: 1, responseLoss: 0 } as const
const KEYED = { keys: 'per-payment' } as const

const another = (at: number): Input => ({ at, type: 'newPayment' })

/** The runs of chapter 8: those of the conclusions, and those that answer the quiz. */
export const runs = {
  'two-timeouts': {
    settings: { seed: 41, requestLoss: 0.5 },
    inputs: [...pay(0), another(4000), ...pay(5000), another(9000)],
    ends: { charges: [0, 1], beliefs: ['unknown', 'unknown'], answers: [201] },
  },
  'delivered-twice': {
    settings: { seed: 16, responseLoss: 0, duplicate: 1 },
    inputs: pay(0),
    ends: { charges: [2], beliefs: ['paid'], answers: [201, 201] },
  },
  'retry-with-key': {
    settings: { ...LOSES_THE_FIRST, ...KEYED },
    inputs: pay(0, 3000),
    ends: { charges: [1], beliefs: ['paid'], answers: [201, 201] },
  },
  'race-atomic': {
    settings: { ...NONE_LOST, ...KEYED, seed: 3, server: 'one-transaction' },
    inputs: pay(0, 150),
    ends: { charges: [1], beliefs: ['paid'] },
  },
  'late-answer': {
    settings: { ...NONE_LOST, latency: '1300-1500' },
    inputs: pay(0),
    ends: { charges: [1], beliefs: ['paid'], answers: [201] },
  },
  'key-per-attempt': {
    settings: { ...LOSES_THE_FIRST, keys: 'per-attempt' },
    inputs: pay(0, 3000),
    ends: { charges: [2], beliefs: ['paid'], answers: [201, 201] },
  },
  'patient-client': {
    settings: { ...LOSES_THE_FIRST, timeout: 20_000 },
    inputs: pay(0, 21_000),
    ends: { charges: [2], beliefs: ['paid'], answers: [201, 201] },
  },
  'select-then-insert': {
    settings: { ...NONE_LOST, ...KEYED, seed: 3, server: 'check-then-act' },
    inputs: pay(0, 150),
    ends: { charges: [2], beliefs: ['paid'] },
  },
  'record-after-charge': {
    settings: { ...NONE_LOST, ...KEYED, server: 'charge-then-record', crash: 'after-charge' },
    inputs: pay(0, 3000),
    ends: { charges: [2], beliefs: ['paid'] },
  },
  'expired-key': {
    settings: { ...LOSES_THE_FIRST, ...KEYED, ttl: 3000 },
    inputs: pay(0, 5000),
    ends: { charges: [2], beliefs: ['paid'] },
  },
  'short-ttl': {
    settings: { ...NONE_LOST, ...KEYED, server: 'set-nx', pause: 4000, lease: 1500, ttl: 1500 },
    inputs: pay(0, 3000),
    ends: { charges: [2], beliefs: ['paid'] },
  },
  'long-ttl': {
    settings: { ...NONE_LOST, ...KEYED, server: 'set-nx', crash: 'before-charge', lease: 86_400_000 },
    inputs: pay(0, 3000, 60_000),
    ends: { charges: [0], beliefs: ['unknown'], answers: [409, 409] },
  },
  'conflict-on-retry': {
    settings: { ...LOSES_THE_FIRST, ...KEYED, server: 'unique-409' },
    inputs: pay(0, 3000),
    ends: { charges: [1], beliefs: ['unknown'], answers: [201, 409] },
  },
  'delivered-twice-with-key': {
    settings: { ...KEYED, seed: 16, responseLoss: 0, duplicate: 1 },
    inputs: pay(0),
    ends: { charges: [1], beliefs: ['paid'] },
  },
  'equal-bodies': {
    settings: { ...NONE_LOST, keys: 'per-session' },
    inputs: [...pay(0), another(3000), ...pay(3500)],
    ends: { charges: [1, 0], beliefs: ['paid', 'paid'], answers: [201, 201] },
  },
  'turned-away': {
    settings: { ...LOSES_THE_FIRST, ...KEYED, rateLimit: 0.5 },
    inputs: pay(0, 3000),
    ends: { charges: [1], beliefs: ['unknown'], answers: [201, 429] },
  },
  'own-memory': {
    settings: { ...LOSES_THE_FIRST, ...KEYED, server: 'lua-get-or-claim', memory: 'per-instance' },
    inputs: pay(0, 3000),
    ends: { charges: [2], beliefs: ['paid'] },
  },
  'nobody-charged': {
    settings: { ...NONE_LOST, ...KEYED, server: 'unique-200', crash: 'after-record' },
    inputs: pay(0, 3000),
    ends: { charges: [0], beliefs: ['paid'] },
  },
  'all-in-vain': {
    settings: { ...KEYED, seed: 25, requestLoss: 0.3, responseLoss: 0.5, retry: 'auto' },
    inputs: pay(0),
    ends: { charges: [1], beliefs: ['unknown'] },
  },
} as const satisfies Record<string, Run>
