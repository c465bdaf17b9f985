import { Button } from '../../ui/Button.tsx'
import type { Answers } from '../progress/progress.ts'
import type { Ask } from './experiment.ts'
import styles from './Predict.module.css'
import { isAnswered, Questions } from './Questions.tsx'

interface ObservingProps {
  asks: readonly Ask[]
  seen: Answers
  onSee: (seen: Answers) => void
  onDone: () => void
}

/** The third step: one says what one saw, before one is told. */
export function Observing({ asks, seen, onSee, onDone }: ObservingProps) {
  return (
    <>
      <p className={styles.lead}>What did you see?</p>
      <div className={styles.questions}>
        <Questions asks={asks} answers={seen} onAnswer={onSee} past />
      </div>
      <div className={styles.actions}>
        <Button
          variant="primary"
          disabled={!isAnswered(asks, seen)}
          reason="Say first what you saw, or skip it."
          onClick={onDone}
        >
          Compare
        </Button>
        <Button variant="quiet" onClick={onDone}>
          Skip
        </Button>
      </div>
    </>
  )
}
