import { useSimulatorState } from '../store/react.tsx'
import styles from './Caption.module.css'

/** What a demo says about what one sees. */
export function Caption() {
  const caption = useSimulatorState(state => state.caption)
  if (caption === null) return null
  return (
    <section aria-label="Caption" className={styles.caption}>
      <p>{caption}</p>
    </section>
  )
}
