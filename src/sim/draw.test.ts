import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawsOf, drawWord, type Purpose } from './draw.ts'
import { itHolds } from './testing/property.ts'

const PURPOSES: Purpose[] = ['requestLoss', 'responseLoss', 'requestLatency', 'responseLatency', 'jitter']

describe('a draw', () => {
  it.each<[number, Purpose, number[], number]>([
    [0, 'requestLoss', [1, 1], 1170565689],
    [7, 'responseLoss', [1, 1], 246064864],
    [202, 'responseLoss', [1, 1], 1594668467],
    [202, 'responseLoss', [1, 2], 3028445041],
    [202, 'jitter', [3, 2], 1567628534],
    [4294967295, 'uuidOfSession', [0], 4062452985],
    [4294967295, 'uuidOfAttempt', [250, 20, 3], 3124354870],
  ])('of seed %d for %s of %o is pinned', (seed, purpose, subject, word) => {
    expect(drawWord(seed, purpose, ...subject)).toBe(word)
  })

  itHolds(
    'is a number from 0 to below 1, the same in whatever order draws are made',
    { seed: 51, runs: 300 },
    fc.property(
      fc.integer({ min: 0, max: 4294967295 }),
      fc.constantFrom(...PURPOSES),
      fc.nat(),
      (seed, what, n) => {
        const first = drawsOf(seed)(what, n, 1)
        const draws = drawsOf(seed)
        for (const purpose of PURPOSES) draws(purpose, 1, 1)
        expect(draws(what, n, 1)).toBe(first)
        expect(first).toBeGreaterThanOrEqual(0)
        expect(first).toBeLessThan(1)
      },
    ),
  )

  it('differs by seed, by purpose, by subject and by the order of its parts', () => {
    const words = [
      drawWord(1, 'jitter', 1, 2),
      drawWord(2, 'jitter', 1, 2),
      drawWord(1, 'responseLoss', 1, 2),
      drawWord(1, 'jitter', 2, 1),
      drawWord(1, 'jitter', 1),
      drawWord(1, 'jitter'),
    ]
    expect(new Set(words).size).toBe(words.length)
  })

  it.each(PURPOSES)('for %s is even over payments and attempts (seeds 1 to 200)', purpose => {
    const tenths = new Array<number>(10).fill(0)
    for (let seed = 1; seed <= 200; seed += 1) {
      const draws = drawsOf(seed)
      for (let payment = 1; payment <= 20; payment += 1) {
        for (let attempt = 1; attempt <= 5; attempt += 1) {
          const tenth = Math.floor(draws(purpose, payment, attempt) * 10)
          tenths[tenth] = (tenths[tenth] ?? 0) + 1
        }
      }
    }
    const sigma = Math.sqrt(20_000 * 0.1 * 0.9)
    for (const count of tenths) expect(Math.abs(count - 2000)).toBeLessThan(4 * sigma)
  })
})
