import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { Segments } from '../../../ui/Segments.tsx'
import { SURENESS } from '../../predict/sureness.ts'
import type { QuizAnswer, Sureness } from '../../progress/progress.ts'
import { Answers } from './Answers.tsx'
import { Feedback } from './Feedback.tsx'
import styles from './Quiz.module.css'
import { QUIZ, type Question } from './questions.ts'
import { give } from './round.ts'

interface AskedProps {
  question: Question
  number: number
  /** Null as long as it is not answered in this round. */
  given: QuizAnswer | null
  onNext: () => void
}

/** One question: the situation, the answers, how sure one is, and after Check what the run shows. */
export function Asked({ question, number, given, onNext }: AskedProps) {
  const [chosen, setChosen] = useState('')
  const [sure, setSure] = useState<Sureness | ''>('')
  const [missing, setMissing] = useState(false)
  const hint = useId()
  const feedback = useRef<HTMLDivElement>(null)
  const [checked, setChecked] = useState(false)
  // The button that was pressed is gone; the feedback takes over its focus, and is read out by that.
  useEffect(() => {
    if (checked) feedback.current?.focus({ preventScroll: true })
  }, [checked])

  function check(event: FormEvent) {
    event.preventDefault()
    if (chosen === '') {
      setMissing(true)
      return
    }
    give(question, { answer: chosen, sure: sure === '' ? null : sure })
    setChecked(true)
  }
  return (
    <form className={styles.asked} onSubmit={check}>
      <p className={styles.count}>
        Question {number} of {QUIZ.length}
      </p>
      <Answers
        question={question}
        chosen={given?.answer ?? chosen}
        given={given !== null}
        describedBy={missing ? hint : undefined}
        onChoose={answer => {
          setChosen(answer)
          setMissing(false)
        }}
      />
      {given ? (
        <>
          <Feedback ref={feedback} question={question} given={given} />
          <Button variant="primary" onClick={onNext}>
            {number < QUIZ.length ? 'Next question' : 'See the result'}
          </Button>
        </>
      ) : (
        <>
          <Segments
            label="How sure are you? (if you like)"
            options={SURENESS}
            value={sure}
            onChange={setSure}
          />
          <div className={styles.actions}>
            <Button variant="primary" type="submit">
              Check
            </Button>
            <Button variant="quiet" onClick={onNext}>
              Skip
            </Button>
            <span id={hint} role="status" className={styles.missing}>
              {missing && 'Choose an answer first, or skip the question.'}
            </span>
          </div>
        </>
      )}
    </form>
  )
}
