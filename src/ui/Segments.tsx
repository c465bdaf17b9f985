import { type ReactNode, useId } from 'react'
import { classes } from './classes.ts'
import { describedBy } from './described-by.ts'
import { useLocked } from './Locked.tsx'
import { LockSign } from './LockSign.tsx'
import styles from './Segments.module.css'
import { VisuallyHidden } from './VisuallyHidden.tsx'

export interface SegmentsProps<T extends string> {
  label: string
  /** Leaves the label to assistive technology. */
  hideLabel?: boolean
  options: readonly { readonly value: T; readonly label: string; readonly disabled?: boolean }[]
  value: T
  onChange: (value: T) => void
  /** Below, as the group's description. */
  hint?: ReactNode
  /** Narrow, for rows below each other. */
  dense?: boolean
  className?: string | undefined
}

/** A choice out of a few that stand side by side, all in sight: radio buttons. */
export function Segments<T extends string>(props: SegmentsProps<T>) {
  const { label, hideLabel = false, options, value, onChange, hint, dense = false, className } = props
  const id = useId()
  const locked = useLocked()
  return (
    <div
      role="radiogroup"
      aria-labelledby={`${id}label`}
      aria-describedby={describedBy(hint ? `${id}hint` : '', locked !== null && `${id}lock`)}
      title={locked ?? undefined}
      className={classes(styles.group, dense && styles.dense, className)}
    >
      <div className={styles.row}>
        {hideLabel ? (
          <VisuallyHidden id={`${id}label`}>{label}</VisuallyHidden>
        ) : (
          <span id={`${id}label`} className={styles.label}>
            {label}
            <LockSign id={`${id}lock`} />
          </span>
        )}
        <div className={styles.options}>
          {options.map(option => (
            <label key={option.value} className={styles.option}>
              <input
                type="radio"
                name={id}
                className={styles.input}
                checked={option.value === value}
                disabled={option.disabled || locked !== null}
                onChange={() => onChange(option.value)}
              />
              <span className={styles.face} data-label={option.label}>
                {option.label}
              </span>
            </label>
          ))}
        </div>
      </div>
      {hint && (
        <div id={`${id}hint`} className={styles.hint}>
          {hint}
        </div>
      )}
    </div>
  )
}
