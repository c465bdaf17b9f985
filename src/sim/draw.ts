/**
 * Keyed draws: chance without a sequence. What is drawn depends on the seed and on what it is drawn for, and on
 * nothing else, so switching keys on changes no message's fate and a higher drop rate only adds losses.
 */
const PURPOSES = {
  requestLoss: 1,
  requestLossPlace: 2,
  responseLoss: 3,
  responseLossPlace: 4,
  requestLatency: 5,
  responseLatency: 6,
  jitter: 7,
  uuidOfPayment: 8,
  uuidOfAttempt: 9,
  uuidOfSession: 10,
  duplication: 11,
  rateLimit: 12,
} as const

export type Purpose = keyof typeof PURPOSES

/** A draw for one purpose and subject (payment, attempt and the like): a number in [0, 1), always the same one. */
export type Draws = (purpose: Purpose, first?: number, second?: number, third?: number) => number

/** The finalizer of MurmurHash3 (Austin Appleby, public domain): every input bit reaches every output bit. */
function mix(word: number): number {
  let h = word | 0
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return h ^ (h >>> 16)
}

function mixSeed(seed: number): number {
  return mix(seed ^ 0x9e3779b9)
}

// Written out for up to three parts: a rest parameter makes an array with every draw.
function wordOf(mixed: number, purpose: Purpose, first?: number, second?: number, third?: number): number {
  let h = mix(Math.imul(mixed, 5) + PURPOSES[purpose])
  if (first !== undefined) h = mix(Math.imul(h, 5) + first + 0x3c6ef372)
  if (second !== undefined) h = mix(Math.imul(h, 5) + second + 0x3c6ef372)
  if (third !== undefined) h = mix(Math.imul(h, 5) + third + 0x3c6ef372)
  return h >>> 0
}

/** The 32 bits drawn for a purpose and subject. Integer arithmetic only, hence equal in every engine. */
export function drawWord(
  seed: number,
  purpose: Purpose,
  first?: number,
  second?: number,
  third?: number,
): number {
  return wordOf(mixSeed(seed), purpose, first, second, third)
}

/** The draws of a seed (0…4294967295). */
export function drawsOf(seed: number): Draws {
  const mixed = mixSeed(seed)
  return (purpose, first, second, third) => wordOf(mixed, purpose, first, second, third) / 0x1_0000_0000
}
