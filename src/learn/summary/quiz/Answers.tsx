import { useId } from 'react'
import { Icon } from '../../../ui/Icon.tsx'
import styles from './Quiz.module.css'
import { type Question, rightAnswers } from './questions.ts'

interface AnswersProps {
  question: Question
  chosen: string
  /** Whether it is answered: then nothing can be chosen any more, and each answer says what it is. */
  given: boolean
  describedBy: string | undefined
  onChoose: (answer: string) => void
}

/** The situation, what is asked, and the answers below each other. */
export function Answers({ question, chosen, given, describedBy, onChoose }: AnswersProps) {
  const name = useId()
  const right = given ? rightAnswers(question.id) : []
  return (
    <fieldset className={styles.answers} aria-describedby={describedBy}>
      <legend className={styles.legend}>
        <span className={styles.situation}>{question.situation}</span>{' '}
        <span className={styles.ask}>{question.ask}</span>
      </legend>
      {question.answers.map(({ id, label }) => {
        const isRight = right.includes(id)
        const isChosen = id === chosen
        return (
          <label
            key={id}
            className={styles.answer}
            data-right={given ? isRight : undefined}
            data-chosen={isChosen || undefined}
          >
            <input
              type="radio"
              name={name}
              value={id}
              checked={isChosen}
              disabled={given}
              onChange={() => onChoose(id)}
            />
            <span>
              {label}
              {given && (isRight || isChosen) && (
                <span className={styles.mark}>
                  <Icon name={isRight ? 'check' : 'cross'} size={12} />
                  {markOf(isRight, isChosen)}
                </span>
              )}
            </span>
          </label>
        )
      })}
    </fieldset>
  )
}

function markOf(isRight: boolean, isChosen: boolean): string {
  if (!isChosen) return 'what the run shows'
  return isRight ? 'your answer, right' : 'your answer, wrong'
}
