import { useState } from 'react'
import { useSimulator } from '../store/react.tsx'
import { later } from '../ui/later.tsx'
import styles from './Announcer.module.css'

const Announcing = later(async () => (await import('./Announcing.tsx')).Announcing)

/** The one polite live region: says what happened, for those who do not see it. `talk`: there is one, and it says that itself. */
export function Announcer({ talk }: { talk: boolean }) {
  const simulator = useSimulator()
  const [said, setSaid] = useState('')
  // What is pressed before the other part is there is told with what comes after.
  const [since] = useState(simulator.state.frame.eventCount)
  return (
    <div className={styles.announcer}>
      <span role="status">{said}</span>
      <Announcing say={setSaid} since={since} talk={talk} />
    </div>
  )
}
