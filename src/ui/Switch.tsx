import { type ReactNode, useId } from 'react'
import { classes } from './classes.ts'
import { describedBy } from './described-by.ts'
import { Icon } from './Icon.tsx'
import { useLocked } from './Locked.tsx'
import { LockSign } from './LockSign.tsx'
import styles from './Switch.module.css'

export interface SwitchProps {
  /** The visible label. */
  label: string
  /** The accessible name where it says more than the label; it must contain the label's words. */
  name?: string | undefined
  checked: boolean
  onChange: (checked: boolean) => void
  /** A sentence below, read as the description. */
  hint?: ReactNode
  /** The label above the switch instead of beside it. */
  compact?: boolean
  className?: string | undefined
}

/** An on/off switch. A press on its label moves it too; a check mark says "on" beside the colour. */
export function Switch({ label, name, checked, onChange, hint, compact = false, className }: SwitchProps) {
  const id = useId()
  const locked = useLocked()
  const named = name === undefined ? { 'aria-labelledby': `${id}label` } : { 'aria-label': name }
  return (
    <div className={classes(styles.field, className)}>
      <div className={classes(styles.row, compact && styles.compact)}>
        <label className={styles.label} id={`${id}label`} htmlFor={id}>
          {label}
          <LockSign id={`${id}lock`} />
        </label>
        <button
          type="button"
          role="switch"
          id={id}
          aria-checked={checked}
          aria-disabled={locked !== null || undefined}
          title={locked ?? undefined}
          aria-describedby={describedBy(hint ? `${id}hint` : '', locked !== null && `${id}lock`)}
          className={styles.button}
          onClick={() => locked === null && onChange(!checked)}
          {...named}
        >
          <span className={styles.track}>
            <span className={styles.dot}>{checked && <Icon name="check" size={12} />}</span>
          </span>
        </button>
      </div>
      {hint && (
        <div className={styles.hint} id={`${id}hint`}>
          {hint}
        </div>
      )}
    </div>
  )
}
