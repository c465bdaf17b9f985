import { sentenceOf } from '../../narrate/sentence.ts'
import { seconds } from '../../narrate/words.ts'
import type { TraceEvent } from '../../sim/index.ts'
import { useSimulator } from '../../store/react.tsx'
import { Button } from '../../ui/Button.tsx'
import styles from './Decided.module.css'

/** The event that decided a run, in the words of the event list, and the way to its moment. */
export function Decided({ event }: { event: TraceEvent }) {
  const simulator = useSimulator()
  const { text, tone } = sentenceOf(event)
  return (
    <div className={styles.decided}>
      <p className={styles.sentence} data-tone={tone}>
        <span className={styles.at}>{seconds(event.at)}</span> {text}
      </p>
      <Button
        variant="quiet"
        onClick={({ currentTarget }) => {
          simulator.visit(event.at)
          // On a small screen the stage may be out of sight.
          const chapter = currentTarget.closest('[data-testid="chapter"]')
          chapter?.querySelector('[data-lab-stage]')?.scrollIntoView({ block: 'nearest' })
        }}
      >
        Show the moment
      </Button>
    </div>
  )
}
