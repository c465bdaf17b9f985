import { useStore } from 'zustand'
import { Button } from '../../../ui/Button.tsx'
import { Heading } from '../../../ui/Heading.tsx'
import { CHAPTERS } from '../../chapters.ts'
import { usePlace } from '../../place.ts'
import { SURENESS } from '../../predict/sureness.ts'
import { progress, type QuizAnswer } from '../../progress/progress.ts'
import styles from './Quiz.module.css'
import { QUIZ, type Question } from './questions.ts'
import { calibration, type Score, scoreOf } from './score.ts'

interface ResultProps {
  given: Readonly<Record<string, QuizAnswer>>
  onShow: (at: number) => void
  onRetake: () => void
}

/** How many were right, how that goes with how sure one was, and which beliefs to look at again. */
export function Result({ given, onShow, onRetake }: ResultProps) {
  const score = scoreOf(given)
  const first = scoreOf(useStore(progress, ({ quiz }) => quiz))
  const open = QUIZ.findIndex(({ id }) => !given[id])
  return (
    <div className={styles.result}>
      <Heading level={3} className={styles.heading}>
        {score.answered === 0 ? 'Nothing answered yet' : `${score.right} of ${score.answered} right`}
      </Heading>
      {score.answered === 0 && (
        <p>
          Once you have answered, you see here how many were right, how sure you were, and what to look at
          again.
        </p>
      )}
      {open >= 0 && score.answered > 0 && (
        <p>
          {QUIZ.length - score.answered} of {QUIZ.length} are still open.
        </p>
      )}
      {first.answered > 0 && (first.right !== score.right || first.answered !== score.answered) && (
        <p>
          The first time, {first.right} of {first.answered} were right.
        </p>
      )}
      <BySureness score={score} />
      {score.again.length > 0 && <Again questions={score.again} onShow={onShow} />}
      {score.again.length === 0 && score.answered === QUIZ.length && <p>Nothing needs a second look.</p>}
      <div className={styles.actions}>
        {open >= 0 && (
          <Button variant="primary" onClick={() => onShow(open)}>
            {score.answered === 0 ? 'Begin' : 'Go on'}
          </Button>
        )}
        {score.answered > 0 && <Button onClick={onRetake}>Take it again</Button>}
      </div>
    </div>
  )
}

function BySureness({ score }: { score: Score }) {
  if (score.bySureness.length === 0) return null
  return (
    <>
      <table className={styles.sureness}>
        <caption>How sure, and how many right</caption>
        <thead>
          <tr>
            <th scope="col">You were</th>
            <th scope="col">Answers</th>
            <th scope="col">Right</th>
          </tr>
        </thead>
        <tbody>
          {score.bySureness.map(({ sure, answered, right }) => (
            <tr key={sure}>
              <th scope="row">{SURENESS.find(({ value }) => value === sure)?.label}</th>
              <td>{answered}</td>
              <td>{right}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{calibration(score)}</p>
    </>
  )
}

/** The beliefs behind the wrong answers, each with the way to its chapter. */
function Again({ questions, onShow }: { questions: readonly Question[]; onShow: (at: number) => void }) {
  const { addressOf } = usePlace()
  return (
    <section aria-label="To look at again">
      <p className={styles.ask}>To look at again:</p>
      <ul className={styles.again}>
        {questions.map(question => {
          const chapter = CHAPTERS.find(({ id }) => id === question.chapter)
          return (
            <li key={question.id}>
              <s>{question.wrong}</s>
              <span className={styles.ways}>
                <Button variant="quiet" onClick={() => onShow(QUIZ.indexOf(question))}>
                  Question {QUIZ.indexOf(question) + 1}
                </Button>
                {chapter && (
                  <a href={addressOf(chapter.id)}>
                    Chapter {chapter.number}: {chapter.title}
                  </a>
                )}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
