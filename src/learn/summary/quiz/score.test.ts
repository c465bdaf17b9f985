import { describe, expect, it } from 'vitest'
import { QUIZ, rightAnswers } from './questions.ts'
import { calibration, scoreOf } from './score.ts'

const right = (index: number) => rightAnswers(QUIZ[index]?.id ?? 'new-uuid')[0] ?? ''
const wrong = (index: number) => QUIZ[index]?.answers.find(({ id }) => id !== right(index))?.id ?? ''
const given = (...answers: [answer: string, sure: 'guess' | 'rather' | 'certain' | null][]) =>
  Object.fromEntries(answers.map(([answer, sure], index) => [QUIZ[index]?.id ?? '', { answer, sure }]))

describe('the score', () => {
  it('is nothing of nothing', () => {
    expect(scoreOf({})).toEqual({ answered: 0, right: 0, again: [], bySureness: [] })
    expect(calibration(scoreOf({}))).toBe('')
  })

  it('counts what is right, and sets sureness against it', () => {
    const score = scoreOf(
      given([right(0), 'certain'], [wrong(1), 'certain'], [right(2), 'guess'], [wrong(3), null]),
    )
    expect(score).toMatchObject({ answered: 4, right: 2 })
    expect(score.again.map(({ id }) => id)).toEqual([QUIZ[1]?.id, QUIZ[3]?.id])
    expect(score.bySureness).toEqual([
      { sure: 'certain', answered: 2, right: 1 },
      { sure: 'guess', answered: 1, right: 1 },
    ])
    expect(calibration(score)).toBe('You were certain of 2, and 1 of those were wrong: look at these first.')
  })

  it('says of a single answer that it was one', () => {
    expect(calibration(scoreOf(given([right(0), 'certain'])))).toBe(
      'You were certain of one answer, and right.',
    )
    expect(calibration(scoreOf(given([wrong(0), 'certain'])))).toBe(
      'You were certain of one answer, and it was wrong: look at that first.',
    )
  })

  it('says of guesses that they were better than one thought', () => {
    expect(calibration(scoreOf(given([right(0), 'guess'], [right(1), 'guess'], [wrong(2), 'guess'])))).toBe(
      'You called 3 a guess, and 2 of those were right: you know more than you think.',
    )
  })

  it('does not count questions there are not', () => {
    expect(scoreOf({ gone: { answer: 'two', sure: 'certain' } }).answered).toBe(0)
  })
})
