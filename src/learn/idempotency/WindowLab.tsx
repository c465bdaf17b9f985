import { applyToWindow, openWindow, WINDOW_MINUTES, type WindowChoice } from '../../sim/index.ts'
import { Button } from '../../ui/Button.tsx'
import { Actions } from './Actions.tsx'
import styles from './Lab.module.css'
import { ToldList } from './ToldList.tsx'
import { useTold } from './use-told.ts'

/** A FIFO queue that drops copies for five minutes. */
export function WindowLab() {
  const { state, lines, tell, restart } = useTold(openWindow())
  function choose(choice: WindowChoice) {
    const next = applyToWindow(state, choice)
    if (!next) return
    if (choice.kind === 'wait') return tell(next.state, `It is minute ${next.state.minute}.`)
    const outcome = next.isDelivered ? 'accepted and delivered' : 'accepted and not delivered'
    tell(next.state, `Minute ${state.minute}, ${choice.id}: ${outcome}.`)
  }
  const may = (choice: WindowChoice) => applyToWindow(state, choice) !== null
  const choices: { label: string; choice: WindowChoice }[] = [
    { label: 'Send with id pay-1', choice: { kind: 'send', id: 'pay-1' } },
    { label: 'Send with id pay-2', choice: { kind: 'send', id: 'pay-2' } },
    { label: 'Wait 1 minute', choice: { kind: 'wait', minutes: 1 } },
    { label: `Wait ${WINDOW_MINUTES} minutes`, choice: { kind: 'wait', minutes: WINDOW_MINUTES } },
  ]
  return (
    <div className={styles.part}>
      <p className={styles.quiet}>
        A message whose deduplication id came within the last {WINDOW_MINUTES} minutes is accepted and not
        delivered. That covers the sender’s side only: a consumer may get a delivered message again.
      </p>
      <Actions>
        {choices.map(({ label, choice }) => (
          <Button
            key={label}
            disabled={!may(choice)}
            reason="The lab ends here: start over."
            onClick={() => choose(choice)}
          >
            {label}
          </Button>
        ))}
        <Button
          variant="quiet"
          disabled={lines.length === 0}
          reason="Nothing has happened yet."
          onClick={() => restart(openWindow())}
        >
          Start over
        </Button>
      </Actions>
      <ToldList
        label="What the queue did"
        lines={lines}
        empty="Send a message: here you will see what the queue does with each, and what it has delivered."
      />
      {lines.length > 0 && (
        <p className={styles.label}>
          Minute {state.minute}. Delivered: {state.delivered.map(({ id }) => id).join(', ') || 'nothing'}
        </p>
      )}
    </div>
  )
}
