import { Icon } from '../ui/Icon.tsx'
import type { Doing } from './code-at-work.ts'
import styles from './Mark.module.css'

/** A worker's mark, the same in the code and in the row of workers: the number of its attempt; asleep with a z, dead a cross. */
export function Mark({ doing, attempt, label }: { doing: Doing; attempt: number; label?: string }) {
  return (
    <span
      className={styles.mark}
      data-doing={doing}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      {doing === 'died' ? <Icon name="cross" size={12} /> : attempt}
    </span>
  )
}
