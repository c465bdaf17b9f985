import { Button } from '../../ui/Button.tsx'
import { Segments } from '../../ui/Segments.tsx'
import type { Answers, Sureness } from '../progress/progress.ts'
import type { Experiment } from './experiment.ts'
import styles from './Predict.module.css'
import { isAnswered, Questions } from './Questions.tsx'
import { SURENESS } from './sureness.ts'

interface AskingProps {
  experiment: Experiment
  run: string
  guess: Answers
  onGuess: (guess: Answers) => void
  sure: Sureness | null
  onSure: (sure: Sureness) => void
  /** The prediction, or null where it is skipped. */
  onStart: (predicted: Answers | null) => void
}

/** The first step: one commits oneself, or skips it. */
export function Asking({ experiment, run, guess, onGuess, sure, onSure, onStart }: AskingProps) {
  const { title, asks } = experiment
  return (
    <>
      <p className={styles.lead}>{title}</p>
      <div className={styles.questions}>
        <Questions asks={asks} answers={guess} onAnswer={onGuess} />
        <Segments
          label="How sure are you? (if you like)"
          options={SURENESS}
          value={sure ?? ''}
          onChange={value => value && onSure(value)}
        />
      </div>
      <div className={styles.actions}>
        <Button
          variant="primary"
          disabled={!isAnswered(asks, guess)}
          reason="Answer first what you expect, or skip it."
          onClick={() => onStart(guess)}
        >
          Commit and {lowerFirst(run)}
        </Button>
        <Button variant="quiet" onClick={() => onStart(null)}>
          Skip the prediction
        </Button>
      </div>
    </>
  )
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
