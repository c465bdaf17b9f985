import { createStore } from 'zustand/vanilla'
import { keepQuiz, progress, type QuizAnswer } from '../../progress/progress.ts'
import { QUIZ, type Question } from './questions.ts'

/** One time through the quiz: it lasts as long as the page, so that one comes back from a run to where one was. */
interface Round {
  /** Which question is shown; as many as there are: the result. */
  readonly at: number
  /** What was answered, by the question's id. */
  readonly given: Readonly<Record<string, QuizAnswer>>
}

const BEGINNING: Round = { at: 0, given: {} }

/** Goes on where somebody stopped; what is kept of questions or answers that are gone does not count. */
function begun(): Round {
  const { quiz } = progress.getState()
  const given = Object.fromEntries(
    QUIZ.flatMap(({ id, answers }): [string, QuizAnswer][] => {
      const answer = Object.hasOwn(quiz, id) ? quiz[id] : undefined
      return answer && answers.some(each => each.id === answer.answer) ? [[id, answer]] : []
    }),
  )
  const next = QUIZ.findIndex(({ id }) => !given[id])
  return { given, at: next < 0 ? QUIZ.length : next }
}

export const round = createStore<Round>(begun)

// Who forgets everything begins anew here as well.
progress.subscribe(({ quiz }, before) => {
  if (Object.keys(quiz).length === 0 && Object.keys(before.quiz).length > 0) retake()
})

/** Takes an answer. The first that a learner ever gives is kept; the round shows what was given now. */
export function give({ id }: Question, answer: QuizAnswer): void {
  round.setState(({ given }) => ({ given: { ...given, [id]: answer } }))
  keepQuiz(id, answer)
}

/** Shows a question, or with as many as there are the result. */
export function show(at: number): void {
  round.setState({ at })
}

/** Begins another round. */
export function retake(): void {
  round.setState(BEGINNING)
}
