import { beforeEach, describe, expect, it, vi } from 'vitest'
import { type Purpose, simulate } from '../sim/index.ts'
import { drawsOfRun } from './draws.ts'
import { POLICIES, sessionOf } from './sessions.ts'

type DrawWord = (seed: number, purpose: Purpose, ...subject: number[]) => number

const made = vi.hoisted(() => ({ draws: [] as string[] }))

vi.mock('../sim/draw.ts', async original => {
  const real = await original<{ drawWord: DrawWord }>()
  const drawWord: DrawWord = (seed, purpose, ...subject) => {
    made.draws.push(`${purpose} ${subject}`)
    return real.drawWord(seed, purpose, ...subject)
  }
  const drawsOf =
    (seed: number) =>
    (purpose: Purpose, ...subject: number[]) =>
      drawWord(seed, purpose, ...subject) / 0x1_0000_0000
  return { drawWord, drawsOf }
})

describe('the draws of a run', () => {
  beforeEach(() => {
    made.draws = []
  })

  it.each(POLICIES.flatMap(keys => [1, 5, 50, 500].map(inputs => [inputs, keys] as const)))(
    'of %d inputs with keys %s are told from its trace, every one',
    (inputs, keys) => {
      const trace = simulate(sessionOf(inputs, keys))
      const told = drawsOfRun(trace).map(({ purpose, subject }) => `${purpose} ${subject}`)
      expect(told.length).toBeGreaterThan(0)
      expect(made.draws.sort()).toEqual(told.sort())
    },
  )
})
