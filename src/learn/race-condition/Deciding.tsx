import { sentenceOf } from '../../narrate/sentence.ts'
import type { StrategyId, Trace, TraceEvent } from '../../sim/index.ts'
import styles from './Deciding.module.css'
import type { Round } from './rounds.ts'

/** Why those events decided it, by the bank's code. */
const WHY: Partial<Readonly<Record<StrategyId, string>>> = {
  'check-then-act':
    'Both had looked before either had written. What each had read was true when it read it, and no longer true when it acted.',
  'lua-get-or-claim':
    'The claim outlived the one who made it. The script is atomic; script and charge together are not, so a crash between them leaves a key that nobody will ever finish.',
  'set-nx':
    'The lock ran out, and nobody told its holder: it went on and charged. A lock with a time to live is a lease. To be safe, what is charged must itself refuse the one who comes late: by a key, or by a fencing token that only grows.',
}

/** The events that decided a walk, in the words of the list, and why. */
export function Deciding({ round, trace }: { round: Round; trace: Trace }) {
  return (
    <>
      <ol className={styles.events}>
        {round.decided(trace).map(event => (
          <li key={event.id}>
            {whoOf(event)}
            {sentenceOf(event).text}
          </li>
        ))}
      </ol>
      <p>{WHY[round.strategy]}</p>
    </>
  )
}

/** Who did it, where the sentence does not begin with that. */
function whoOf({ kind, worker }: TraceEvent): string {
  return worker && kind === 'store.read' ? `Worker ${worker.slice(1)}: ` : ''
}
