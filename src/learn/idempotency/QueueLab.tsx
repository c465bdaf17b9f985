import type { ScheduleName } from '../../sim/index.ts'
import { Button } from '../../ui/Button.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { Actions } from './Actions.tsx'
import labStyles from './Lab.module.css'
import styles from './QueueLab.module.css'
import { QueueMoves } from './QueueMoves.tsx'
import { QueuePlaces } from './QueuePlaces.tsx'
import { QueueVerdict } from './QueueVerdict.tsx'
import { DEDUPS, stepInWords } from './queue-words.ts'
import type { QueueLabState } from './use-queue.ts'

const SCHEDULES: readonly { readonly name: ScheduleName; readonly label: string }[] = [
  { name: 'crash-before', label: 'Crash before the charge' },
  { name: 'crash-after', label: 'Crash after the charge' },
  { name: 'lost-acknowledgement', label: 'Lost acknowledgement' },
  { name: 'slow-consumer', label: 'Slow consumer' },
]

/** One message, two consumers, and you say what happens. */
export function QueueLab({ queue }: { queue: QueueLabState }) {
  const { dedup, steps, state, schedule, play, setDedup } = queue
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
        <QueueMoves queue={queue} />
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
