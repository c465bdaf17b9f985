import { type Ref, useId, useMemo } from 'react'
import { sentenceOf } from '../../../narrate/sentence.ts'
import { seconds } from '../../../narrate/words.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { CHAPTERS } from '../../chapters.ts'
import { usePlace } from '../../place.ts'
import type { QuizAnswer } from '../../progress/progress.ts'
import { RunLink } from '../../prose/RunLink.tsx'
import { runs } from '../runs.ts'
import styles from './Quiz.module.css'
import { decidingEvent, type Question } from './questions.ts'
import { isRight } from './score.ts'

interface FeedbackProps {
  ref: Ref<HTMLDivElement>
  question: Question
  given: QuizAnswer
}

/** Whether it was right, why, the event that decided it, and the way to see it oneself. */
export function Feedback({ ref, question, given }: FeedbackProps) {
  const { addressOf } = usePlace()
  const right = isRight(question, given)
  const event = useMemo(() => decidingEvent(question.id), [question.id])
  const chapter = CHAPTERS.find(({ id }) => id === question.chapter)
  const id = useId()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls; this is what is read when it takes the focus.
    <div
      ref={ref}
      role="group"
      tabIndex={-1}
      aria-labelledby={`${id}verdict`}
      aria-describedby={`${id}because`}
      className={styles.feedback}
      data-right={right}
    >
      <p id={`${id}verdict`} className={styles.verdict}>
        <Icon name={right ? 'check' : 'cross'} />
        {right ? 'Right.' : 'Wrong.'}
      </p>
      <p className={styles.wrong}>
        The belief it speaks against: <s>{question.wrong}</s>
      </p>
      <p id={`${id}because`}>{question.because}</p>
      {event && (
        <p className={styles.event}>
          <span>What decided it, at {seconds(event.at)}:</span> {sentenceOf(event).text}
        </p>
      )}
      <p className={styles.ways}>
        {question.run ? (
          <RunLink run={runs[question.run]}>See the run</RunLink>
        ) : (
          <span>The simulated bank knows no DELETE: send it yourself in the lab of the chapter.</span>
        )}
        {chapter && (
          <a href={addressOf(chapter.id)}>
            Chapter {chapter.number}: {chapter.title}
          </a>
        )}
      </p>
    </div>
  )
}
