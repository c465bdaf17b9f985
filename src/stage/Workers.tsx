import { type State, workOf } from '../sim/index.ts'
import { useSimulatorState } from '../store/react.tsx'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import { Mark } from './Mark.tsx'
import styles from './Workers.module.css'

/** The bank's two workers and how each stands, in a shape and in words. With memories of their own they are instances. */
export function Workers({ perInstance }: { perInstance: boolean }) {
  const workers = useSimulatorState(state => state.frame.state.workers)
  const who = perInstance ? 'instance' : 'worker'
  return (
    <ul className={styles.workers} aria-label="Workers">
      {workers.map((now, number) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a worker is its number
        <li key={number} className={styles.worker}>
          <Standing name={`${who} ${number + 1}`} now={now} />
        </li>
      ))}
    </ul>
  )
}

interface StandingProps {
  name: string
  now: State['workers'][number]
}

function Standing({ name, now }: StandingProps) {
  const work = workOf(now)
  if (work) {
    const { attempt } = work.message
    return (
      <>
        <Mark doing={work.asleep ? 'sleeps' : 'runs'} attempt={attempt} />
        {work.asleep ? `${name} asleep` : `${name} at attempt ${attempt}`}
        {work.asleep && <VisuallyHidden> at attempt {attempt}</VisuallyHidden>}
      </>
    )
  }
  if (now === 'down') {
    return (
      <>
        <Mark doing="died" attempt={0} />
        {name} down, restarting
      </>
    )
  }
  return (
    <>
      <i className={styles.idle} />
      {name} idle
    </>
  )
}
