import { isSettled } from '../../sim/index.ts'
import { Button } from '../../ui/Button.tsx'
import { Actions } from './Actions.tsx'
import labStyles from './Lab.module.css'
import styles from './QueueMoves.module.css'
import { movesOf } from './queue-moves.ts'
import type { QueueLabState } from './use-queue.ts'

/**
 * What may happen next. Every move has a place of its own: nothing changes its meaning under the pointer, and a second press
 * does nothing else than the first.
 */
export function QueueMoves({ queue }: { queue: QueueLabState }) {
  const { steps, state, choose, takeBack, startOver } = queue
  const nothing = steps.length === 0
  return (
    <fieldset className={styles.moves}>
      <legend className={labStyles.label}>Or say what happens next</legend>
      <div className={styles.columns}>
        {movesOf(state).map(({ of, moves }) => (
          <fieldset key={of} className={styles.column}>
            <legend className={styles.name}>{of}</legend>
            {moves.map(({ words, choice, may, reason }) => (
              <Button
                key={words}
                className={styles.move}
                disabled={!may}
                reason={reason}
                onClick={() => choose(choice)}
              >
                {words}
              </Button>
            ))}
          </fieldset>
        ))}
      </div>
      <Actions>
        <Button icon="undo" disabled={nothing} reason="Nothing has happened yet." onClick={takeBack}>
          Undo
        </Button>
        <Button icon="reset" disabled={nothing} reason="Nothing has happened yet." onClick={startOver}>
          Start over
        </Button>
        {isSettled(state) && (
          <span className={labStyles.quiet}>Nothing can happen any more: the message is gone.</span>
        )}
      </Actions>
    </fieldset>
  )
}
