import {
  type Appended,
  applyToProducer,
  openProducer,
  type ProducerChoice,
  type ProducerState,
  producerChoices,
} from '../../sim/index.ts'
import { Button } from '../../ui/Button.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { Actions } from './Actions.tsx'
import styles from './Lab.module.css'
import { ToldList } from './ToldList.tsx'
import { useTold } from './use-told.ts'

const LABELS: Readonly<Record<ProducerChoice, string>> = {
  send: 'Send payment 1; the acknowledgement is lost',
  retry: 'The client library retries',
  'send-again': 'The application sends it again',
  restart: 'Restart the producer',
}

const CHOICES = Object.keys(LABELS) as ProducerChoice[]

/** A producer that hears nothing from its broker: who sends again, and does the broker know it? */
export function ProducerLab() {
  const { state, lines, tell, restart } = useTold(openProducer(true))
  function choose(choice: ProducerChoice) {
    const next = applyToProducer(state, choice)
    if (!next) return
    const { producer, nextSequence, unacknowledged } = choice === 'retry' ? state : next.state
    const sequence = choice === 'retry' ? unacknowledged?.sequence : nextSequence - 1
    tell(next.state, outcomeOf(choice, next.broker, producer, sequence ?? 0))
  }
  return (
    <div className={styles.part}>
      <p className={styles.quiet}>
        The broker knows a batch by producer id and sequence number. That tells a retry of the client library
        from a new batch, and nothing else.
      </p>
      <Switch
        label="enable.idempotence"
        checked={state.isIdempotent}
        onChange={on => restart(openProducer(on))}
      />
      <Actions>
        {CHOICES.map(choice => (
          <Button
            key={choice}
            disabled={!producerChoices(state).includes(choice)}
            reason={reasonAgainst(choice, state)}
            onClick={() => choose(choice)}
          >
            {LABELS[choice]}
          </Button>
        ))}
        <Button
          variant="quiet"
          disabled={lines.length === 0}
          reason="Nothing has happened yet."
          onClick={() => restart(openProducer(state.isIdempotent))}
        >
          Start over
        </Button>
      </Actions>
      <ToldList
        label="What the broker did"
        lines={lines}
        empty="Send payment 1: here you will see what the broker does with each batch, and how often the payment is in its log."
      />
      {lines.length > 0 && (
        <p className={styles.label} data-testid="log">
          In the log: payment 1 × {state.log.length}
        </p>
      )}
    </div>
  )
}

/** Why a choice cannot be made now. */
function reasonAgainst(choice: ProducerChoice, { log, unacknowledged }: ProducerState): string {
  if (choice === 'send') return 'It has been sent.'
  if (log.length === 0) return 'Send it first.'
  return choice === 'retry' && !unacknowledged
    ? 'This producer waits for no acknowledgement.'
    : 'The lab ends here: start over.'
}

function outcomeOf(choice: ProducerChoice, broker: Appended, producer: number, sequence: number): string {
  if (choice === 'restart') return `It starts with a new id: producer ${producer}, sequence 0 is next.`
  const batch = `Producer ${producer}, sequence ${sequence}`
  if (broker === 'dropped') return `${batch}: known, dropped, and acknowledged.`
  return choice === 'send' ? `${batch}: appended.` : `${batch}: appended once more.`
}
