import { type ConsumerName, isSettled, queueChoices, type ScheduleName } from '../../sim/index.ts'
import { Button } from '../../ui/Button.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import labStyles from './Lab.module.css'
import styles from './QueueLab.module.css'
import { QueueVerdict } from './QueueVerdict.tsx'
import { choiceInWords, DEDUPS, often, stepInWords } from './queue-words.ts'
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
          <div className={labStyles.actions}>
            {SCHEDULES.map(({ name, label }) => (
              <Button key={name} icon="play" aria-pressed={schedule === name} onClick={() => play(name)}>
                {label}
              </Button>
            ))}
          </div>
        </fieldset>
        <Places queue={queue} />
        <fieldset className={styles.group}>
          <legend className={labStyles.label}>Or say what happens next</legend>
          <div className={labStyles.actions}>
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
                  Take back
                </Button>
                <Button variant="quiet" onClick={startOver}>
                  Start over
                </Button>
              </>
            )}
          </div>
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

const PLACES = {
  waiting: 'payment 1, waiting',
  'in-flight': 'payment 1, invisible until it is acknowledged or the timeout runs out',
  deleted: 'empty',
} as const

/** Where the message is, what the consumers do, what is stored. */
function Places({ queue: { state } }: { queue: QueueLabState }) {
  const { place, deliveries, charges, isNoted, dedup } = state
  return (
    <dl className={styles.places}>
      <div>
        <dt>Queue</dt>
        <dd>{PLACES[place]}</dd>
      </div>
      <Worker name="A" queue={state} />
      <Worker name="B" queue={state} />
      <div data-wrong={charges.length > 1}>
        <dt>Ledger</dt>
        <dd>
          charged {often(charges.length)}
          {charges.length > 0 && `, by delivery ${charges.join(' and ')}`}
        </dd>
      </div>
      {dedup !== 'none' && (
        <div>
          <dt>Noted ids</dt>
          <dd>{isNoted ? 'payment 1' : 'none'}</dd>
        </div>
      )}
      <div>
        <dt>Delivered</dt>
        <dd>{often(deliveries)}</dd>
      </div>
    </dl>
  )
}

const STAGES = {
  received: 'has received it',
  new: 'has not found its id',
  noted: 'has noted its id',
  charged: 'has charged the card',
  done: 'is done, not acknowledged yet',
} as const

function Worker({ name, queue: { consumers } }: { name: ConsumerName; queue: QueueLabState['state'] }) {
  const at = consumers[name]
  return (
    <div>
      <dt>Consumer {name}</dt>
      <dd>{at ? `${STAGES[at.stage]} (delivery ${at.delivery})` : 'idle'}</dd>
    </div>
  )
}
