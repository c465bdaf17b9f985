import { Icon } from './Icon.tsx'
import { useLocked } from './Locked.tsx'
import styles from './LockSign.module.css'

/** A small lock beside what is locked, with the reason; nothing where it is not. `id`: how the control names its reason. */
export function LockSign({ id }: { id?: string }) {
  const reason = useLocked()
  if (reason === null) return null
  return (
    <span className={styles.sign} title={reason} aria-hidden="true">
      <Icon name="lock" size={12} />
      <span id={id} hidden>
        {reason}
      </span>
    </span>
  )
}
