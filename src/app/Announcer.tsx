import { useState } from 'react'
import { later } from '../ui/later.tsx'
import styles from './Announcer.module.css'

const Announcing = later(async () => (await import('./Announcing.tsx')).Announcing)

/** The one polite live region: says what happened, for those who do not see it. */
export function Announcer() {
  const [said, setSaid] = useState('')
  return (
    <div className={styles.announcer}>
      <span role="status">{said}</span>
      <Announcing say={setSaid} />
    </div>
  )
}
