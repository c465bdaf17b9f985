import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './Field.module.css'
import { LockSign } from './LockSign.tsx'
import { VisuallyHidden } from './VisuallyHidden.tsx'

export interface FieldProps {
  /** The id of the control; `${id}hint` and `${id}error` are the ids of the texts below it, `${id}lock` says why it is locked. */
  id: string
  label: string
  hideLabel?: boolean | undefined
  /** What stands right of the label: the control itself, or its value. */
  beside?: ReactNode
  hint?: ReactNode
  error?: string | undefined
  /** A control that takes the whole width, below the label. */
  children?: ReactNode
  className?: string | undefined
}

/** The label, the control and the texts below it: the layout that all fields share. */
export function Field({
  id,
  label,
  hideLabel = false,
  beside,
  hint,
  error,
  children,
  className,
}: FieldProps) {
  const labelElement = <label htmlFor={id}>{label}</label>
  return (
    <div className={classes(styles.field, className)}>
      <div className={styles.row}>
        {hideLabel ? (
          <VisuallyHidden>{labelElement}</VisuallyHidden>
        ) : (
          <div className={styles.label}>
            {labelElement}
            <LockSign id={`${id}lock`} />
          </div>
        )}
        {beside}
      </div>
      {children}
      {/* stands there empty, so that what appears in it is read */}
      <div className={styles.error} id={`${id}error`} aria-live="polite">
        {error}
      </div>
      {hint && (
        <div className={styles.hint} id={`${id}hint`}>
          {hint}
        </div>
      )}
    </div>
  )
}
