import { pay, type Run } from '../run.ts'

/** The runs that chapter 1 points to. */
export const runs = {
  success: {
    settings: { responseLoss: 0 },
    inputs: pay(0),
    ends: { charges: [1], beliefs: ['paid'], answers: [201] },
  },
  ghost: {
    settings: { responseLoss: 1 },
    inputs: pay(0),
    ends: { charges: [1], beliefs: ['unknown'], answers: [201] },
  },
  'request-lost': {
    settings: { responseLoss: 0, requestLoss: 1 },
    inputs: pay(0),
    ends: { charges: [0], beliefs: ['unknown'], answers: [] },
  },
  failure: {
    settings: { responseLoss: 0, card: 'declined' },
    inputs: pay(0),
    ends: { charges: [0], beliefs: ['failed'], answers: [402] },
  },
  'blind-retry': {
    settings: { seed: 202 },
    inputs: pay(0, 3000),
    ends: { charges: [2], beliefs: ['paid'], answers: [201, 201] },
  },
  'longer-timeout': {
    settings: { seed: 202, timeout: 10_000 },
    inputs: pay(0, 10_500),
    ends: { charges: [2], beliefs: ['paid'], answers: [201, 201] },
  },
  'late-answer': {
    settings: { seed: 1, responseLoss: 0, latency: '1300-1500' },
    inputs: pay(0),
    ends: { charges: [1], beliefs: ['paid'], answers: [201] },
  },
} as const satisfies Record<string, Run>
