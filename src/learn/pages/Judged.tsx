import { Icon } from '../../ui/Icon.tsx'
import styles from './Report.module.css'

/** An answer, marked right or wrong by a shape and a word. */
export function Judged({ answer, right }: { answer: string; right: boolean }) {
  return (
    <span className={styles.judged} data-right={right}>
      <Icon name={right ? 'check' : 'cross'} size={12} />
      <span>
        {answer} <span className={styles.word}>({right ? 'right' : 'wrong'})</span>
      </span>
    </span>
  )
}
