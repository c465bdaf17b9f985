import { Button } from '../../ui/Button.tsx'
import { Heading } from '../../ui/Heading.tsx'
import { Icon } from '../../ui/Icon.tsx'
import styles from './PlanCard.module.css'
import type { Plan } from './plans.ts'

interface PlanCardProps {
  plan: Plan
  /** How many of its commands worker 1 has sent. */
  sent: number
  isDead: boolean
  onGoOn: () => void
  onDie: () => void
  onRestart: () => void
}

/** What worker 1 means to send, how far it is, and the moment one may choose for its end. */
export function PlanCard({ plan, sent, isDead, onGoOn, onDie, onRestart }: PlanCardProps) {
  const isDone = sent === plan.commands.length
  const dead = 'Worker 1 is dead.'
  return (
    <section className={styles.card} aria-label="Worker 1 and its plan">
      <Heading level={4} className={styles.heading}>
        Worker 1 means to send
      </Heading>
      <ol className={styles.list}>
        {plan.commands.map((command, index) => {
          const state = index < sent ? 'sent' : isDead ? 'never sent' : index === sent ? 'next' : 'then'
          return (
            <li key={command} className={styles.command} data-state={state}>
              <code>{command}</code>
              <span className={styles.state}>
                {state === 'sent' && <Icon name="check" size={12} />}
                {state === 'never sent' && <Icon name="cross" size={12} />}
                {state}
              </span>
            </li>
          )
        })}
      </ol>
      <div className={styles.buttons}>
        <Button
          icon="step-forward"
          disabled={isDone || isDead}
          reason={isDead ? dead : 'Worker 1 has sent everything.'}
          onClick={onGoOn}
        >
          Send the next command
        </Button>
        <Button icon="cross" disabled={isDead} reason={dead} onClick={onDie}>
          Worker 1 crashes here
        </Button>
        <Button icon="reset" onClick={onRestart}>
          Start over
        </Button>
      </div>
    </section>
  )
}
