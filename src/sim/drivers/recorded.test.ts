import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '../scenario.ts'
import { PACE_MS, type Recorded, replayChoices } from './recorded.ts'

const pay = { kind: 'pay', amount: 100 } as const
const lose = { kind: 'lose', message: 'p1.a1.request', by: 'network' } as const
const replay = (...recorded: Recorded[]) => replayChoices(DEFAULT_SETTINGS, recorded)

describe('a replay', () => {
  it('of nothing is an empty trace', () => {
    expect(replay()).toMatchObject({ steps: [], endMs: 0 })
  })

  it('makes the choices at their times', () => {
    const { steps } = replay({ choice: pay, at: 30 }, { choice: lose, at: 30 })
    expect(steps.map(step => step.at)).toEqual([30, 30])
  })

  it('goes on at its own pace where no time was recorded', () => {
    const { steps } = replay({ choice: pay }, { choice: lose }, { choice: { kind: 'newPayment' }, at: 5000 })
    expect(steps.map(step => step.at)).toEqual([0, PACE_MS, 5000])
  })

  it('refuses a choice that may not happen, and names it', () => {
    expect(() => replay({ choice: pay }, { choice: pay })).toThrow(
      'Choice 1 ({"kind":"pay","amount":100}) may not happen at 400 ms.',
    )
  })

  it('refuses to go back in time, and names the choice', () => {
    expect(() => replay({ choice: pay, at: 30 }, { choice: lose, at: 29 })).toThrow(
      'Choice 1 ({"kind":"lose","message":"p1.a1.request","by":"network"}) may not happen at 29 ms, before the last one at 30 ms.',
    )
  })
})
