import { type ReactNode, useId } from 'react'
import { describedBy } from './described-by.ts'
import { Field } from './Field.tsx'
import { Icon } from './Icon.tsx'
import { useLocked } from './Locked.tsx'
import styles from './Select.module.css'

export interface SelectOption<T extends string> {
  value: T
  label: string
}

export interface SelectProps<T extends string> {
  label: string
  /** Leaves the label to assistive technology. */
  hideLabel?: boolean
  options: readonly SelectOption<T>[]
  value: T
  onChange: (value: T) => void
  hint?: ReactNode
  className?: string | undefined
}

/** A choice out of a few, by the browser's own list. */
export function Select<T extends string>(props: SelectProps<T>) {
  const { label, hideLabel, options, value, onChange, hint, className } = props
  const id = useId()
  const locked = useLocked()

  function choose(chosen: string) {
    const option = options.find(candidate => candidate.value === chosen)
    if (option) onChange(option.value)
  }

  return (
    <Field
      id={id}
      label={label}
      hideLabel={hideLabel}
      hint={hint}
      className={className}
      beside={
        <div className={styles.box}>
          <select
            id={id}
            className={styles.select}
            value={value}
            disabled={locked !== null}
            title={locked ?? undefined}
            aria-describedby={describedBy(hint ? `${id}hint` : '', locked !== null && `${id}lock`)}
            onChange={event => choose(event.target.value)}
          >
            {options.map(option => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          <Icon name={locked === null ? 'chevron' : 'lock'} className={styles.chevron} />
        </div>
      }
    />
  )
}
