import { Button } from '../../ui/Button.tsx'
import styles from './StepButtons.module.css'

interface StepButtonsProps {
  /** How many steps are seen, of how many. */
  at: number
  length: number
  onGo: (at: number) => void
}

const UNMADE = 'The database is not ready yet.'
const OVER = 'It is over.'
const UNBEGUN = 'It has not begun.'

/** One step on or back, to the end, and to the start. */
export function StepButtons({ at, length, onGo }: StepButtonsProps) {
  const isOver = at >= length
  const why = length === 0 ? UNMADE : OVER
  return (
    <div className={styles.buttons}>
      <Button icon="step-forward" onClick={() => onGo(at + 1)} disabled={isOver} reason={why}>
        Next step
      </Button>
      <Button icon="step-back" onClick={() => onGo(at - 1)} disabled={at === 0} reason={UNBEGUN}>
        Back
      </Button>
      <Button onClick={() => onGo(length)} disabled={isOver} reason={why}>
        To the end
      </Button>
      <Button variant="quiet" icon="reset" onClick={() => onGo(0)} disabled={at === 0} reason={UNBEGUN}>
        Start over
      </Button>
    </div>
  )
}
