import { SURENESS } from '../predict/sureness.ts'
import type { Progress } from '../progress/progress.ts'
import { QUIZ, type Question, rightAnswers } from '../summary/quiz/questions.ts'
import { calibration, isRight, scoreOf } from '../summary/quiz/score.ts'
import { Judged } from './Judged.tsx'
import { Part } from './Part.tsx'
import styles from './Report.module.css'

/** The quiz, as it was answered the first time. */
export function QuizTaken({ quiz }: { quiz: Progress['quiz'] }) {
  const score = scoreOf(quiz)
  return (
    <Part title="Quiz" empty="No question answered yet.">
      {score.answered > 0 ? (
        <>
          <p>
            {score.right} of {score.answered} right the first time; {QUIZ.length} questions in all.{' '}
            {calibration(score)}
          </p>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">Question</th>
                <th scope="col">I answered</th>
                <th scope="col">How sure</th>
                <th scope="col">The run shows</th>
              </tr>
            </thead>
            <tbody>
              {QUIZ.filter(({ id }) => Object.hasOwn(quiz, id)).map(question => (
                <Row key={question.id} question={question} given={quiz[question.id]} />
              ))}
            </tbody>
          </table>
        </>
      ) : null}
    </Part>
  )
}

interface RowProps {
  question: Question
  given: Progress['quiz'][string] | undefined
}

function Row({ question, given }: RowProps) {
  const answer = question.answers.find(({ id }) => id === given?.answer)
  const right = question.answers.find(({ id }) => rightAnswers(question.id).includes(id))
  if (!given || !answer) return null
  return (
    <tr>
      <th scope="row">
        <span className={styles.belief}>“{question.wrong}”</span> {question.ask}
      </th>
      <td data-label="I answered">
        <Judged answer={answer.label} right={isRight(question, given)} />
      </td>
      <td data-label="How sure" className={styles.sure}>
        {SURENESS.find(({ value }) => value === given.sure)?.label ?? '–'}
      </td>
      <td data-label="The run shows">{right?.label}</td>
    </tr>
  )
}
