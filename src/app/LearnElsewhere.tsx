import { Heading } from '../ui/Heading.tsx'
import styles from './Learn.module.css'
import { ROUTES } from './route.ts'

/** What stands in the place of the chapters in the single file. */
export function Learn() {
  return (
    <div className={styles.main}>
      <Heading level={2} className={styles.heading}>
        Learn
      </Heading>
      <p>
        The chapters bring databases and a Lua interpreter along, too much for a single file: they are part of
        the simulator on a web site. Here is <a href={ROUTES.room}>the simulator</a> itself.
      </p>
    </div>
  )
}
