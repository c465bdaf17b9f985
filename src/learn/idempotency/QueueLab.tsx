import { isSettled, queueChoices, type ScheduleName } from '../../sim/index.ts'
import { Button } from '../../ui/Button.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { Actions } from './Actions.tsx'
import labStyles from './Lab.module.css'
import styles from './QueueLab.module.css'
import { QueuePlaces } from './QueuePlaces.tsx'
import { QueueVerdict } from './QueueVerdict.tsx'
import { choiceInWords, DEDUPS, stepInWords } from './queue-words.ts'
import type { QueueLabState } from './use-queue.ts'

const SCHEDULES: readonly { readonly name: ScheduleName; readonly label: string }[] = [
  { name: 'crash-before', label: 'Crash before the charge' },
  { name: 'crash-after', label: 'Crash after the charge' },
  { name: 'lost-acknowledgement', label: 'Lost acknowledgement' },
  { name: 'slow-consumer', label: 'Slow consumer' },
]

/** One message, two consumers, and you say what happens. */
export function QueueLab({ queue }: { queue: QueueLabState }) {
  const { dedup, steps, state, schedule, choose, takeBack, startOver, play, setDedup } = queue
  const choices = queueChoices(state)
  return (
    <Sheet heading="One message, delivered at least once" level={3}>
      <div className={labStyles.part}>
        <Segments label="The consumer notes the id" options={DEDUPS} value={dedup} onChange={setDedup} />
        <fieldset className={styles.group}>
          <legend className={labStyles.label}>Play some bad luck</legend>
          <Actions>
            {SCHEDULES.map(({ name, label }) => (
              <Button key={name} icon="play" aria-pressed={schedule === name} onClick={() => play(name)}>
                {label}
              </Button>
            ))}
          </Actions>
        </fieldset>
        <QueuePlaces state={state} />
        <fieldset className={styles.group}>
          <legend className={labStyles.label}>Or say what happens next</legend>
          <Actions>
            {choices.map(choice => (
              <Button
                key={choice.kind + ('consumer' in choice ? choice.consumer : '')}
                onClick={() => choose(choice)}
              >
                {choiceInWords(choice, state)}
              </Button>
            ))}
            {isSettled(state) && <span className={labStyles.quiet}>Nothing: the message is gone.</span>}
            {steps.length > 0 && (
              <>
                <Button variant="quiet" icon="undo" onClick={takeBack}>
                  Undo
                </Button>
                <Button variant="quiet" onClick={startOver}>
                  Start over
                </Button>
              </>
            )}
          </Actions>
        </fieldset>
        <QueueVerdict queue={queue} />
        {steps.length > 0 && (
          <ol className={labStyles.told} aria-label="What has happened">
            {steps.map((step, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a step is known by its place.
              <li key={index}>{stepInWords(step)}</li>
            ))}
          </ol>
        )}
      </div>
    </Sheet>
  )
}
