import { Sheet } from '../../ui/Sheet.tsx'
import { Attempts } from './Attempts.tsx'
import styles from './Decision.module.css'
import { Flow } from './Flow.tsx'
import type { Path } from './path.ts'

/** How the bank decides about each request: as a chart that lights up, and in words. */
export function Decision({ paths }: { paths: readonly Path[] }) {
  return (
    <Sheet heading="How the bank decides" level={3} className={styles.decision}>
      <div className={styles.columns}>
        <div className={styles.chart}>
          <Flow paths={paths} />
        </div>
        <div className={styles.words}>
          <Attempts paths={paths} />
        </div>
      </div>
    </Sheet>
  )
}
