import type { QuizAnswer, Sureness } from '../../progress/progress.ts'
import { QUIZ, type Question, rightAnswers } from './questions.ts'

type Given = Readonly<Record<string, QuizAnswer>>

/** Whether an answer is what the question's run shows. */
export function isRight({ id }: Question, { answer }: QuizAnswer): boolean {
  return rightAnswers(id).includes(answer)
}

/** How a round went. */
export interface Score {
  readonly answered: number
  readonly right: number
  /** Those whose belief is worth another look, in the order of the quiz. */
  readonly again: readonly Question[]
  /** How often one was right when one said to be so sure; only where one said so. */
  readonly bySureness: readonly {
    readonly sure: Sureness
    readonly answered: number
    readonly right: number
  }[]
}

export function scoreOf(given: Given): Score {
  const answers = QUIZ.flatMap(question => {
    const answer = Object.hasOwn(given, question.id) ? given[question.id] : undefined
    return answer ? [{ question, sure: answer.sure, right: isRight(question, answer) }] : []
  })
  const count = (list: typeof answers) => ({
    answered: list.length,
    right: list.filter(({ right }) => right).length,
  })
  return {
    ...count(answers),
    again: answers.filter(({ right }) => !right).map(({ question }) => question),
    bySureness: (['certain', 'rather', 'guess'] as const)
      .map(sure => ({ sure, ...count(answers.filter(answer => answer.sure === sure)) }))
      .filter(({ answered }) => answered > 0),
  }
}

/** What sureness and being right have to do with each other, in a sentence; '' where one never said how sure one was. */
export function calibration({ bySureness }: Score): string {
  const certain = bySureness.find(({ sure }) => sure === 'certain')
  const guess = bySureness.find(({ sure }) => sure === 'guess')
  if (certain?.answered === 1)
    return certain.right === 1
      ? 'You were certain of one answer, and right.'
      : 'You were certain of one answer, and it was wrong: look at that first.'
  if (certain && certain.right < certain.answered)
    return `You were certain of ${certain.answered}, and ${certain.answered - certain.right} of those were wrong: look at these first.`
  if (certain) return `You were certain of ${certain.answered}, and all of those were right.`
  if (guess && guess.right * 2 > guess.answered)
    return `You called ${guess.answered} a guess, and ${guess.right} of those were right: you know more than you think.`
  return bySureness.length > 0 ? 'You were certain of none.' : ''
}
