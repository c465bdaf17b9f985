import {
  isAtMostOnce,
  isNotLost,
  isSettled,
  playSchedule,
  type QueueState,
  type ScheduleName,
} from '../../sim/index.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Notice } from '../../ui/Notice.tsx'
import styles from './QueueVerdict.module.css'
import { DEDUPS, often, toldOf } from './queue-words.ts'
import type { QueueLabState } from './use-queue.ts'

/** Whether the state keeps the two promises, and what the same bad luck does to the other ways. */
export function QueueVerdict({ queue: { state, schedule, steps } }: { queue: QueueLabState }) {
  if (steps.length === 0)
    return (
      <p className={styles.empty}>
        The payment is meant to be charged once. Here you see how many times it was, and in the list below
        why.
      </p>
    )
  const { tone, text } = verdictOf(state)
  return (
    <div className={styles.verdict}>
      <Notice tone={tone} short="The promises">
        <span data-testid="promises">{text}</span>
      </Notice>
      {schedule && <Comparison schedule={schedule} />}
    </div>
  )
}

function verdictOf(state: QueueState): { tone: 'safe' | 'lost' | 'plain'; text: string } {
  const told = toldOf(state)
  if (!isAtMostOnce(state)) return { tone: 'lost', text: told }
  if (!isNotLost(state))
    return { tone: 'lost', text: `${told} The message is gone and the work was never done.` }
  return isSettled(state) ? { tone: 'safe', text: told } : { tone: 'plain', text: `${told} It is not over.` }
}

/** The same schedule with each way to note the id. */
function Comparison({ schedule }: { schedule: ScheduleName }) {
  return (
    <table className={styles.table}>
      <caption>The same bad luck, with the id noted …</caption>
      <tbody>
        {DEDUPS.map(({ value, label }) => {
          const charges = playSchedule(schedule, value).at(-1)?.state.charges.length ?? 0
          return (
            <tr key={value}>
              <th scope="row">{label}</th>
              <td data-right={charges === 1}>
                <Icon name={charges === 1 ? 'check' : 'warning'} size={12} /> {often('charged', charges)}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
