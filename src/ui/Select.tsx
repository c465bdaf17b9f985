import { type ReactNode, useId } from 'react'
import { Field } from './Field.tsx'
import { Icon } from './Icon.tsx'
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
            aria-describedby={hint ? `${id}hint` : undefined}
            onChange={event => choose(event.target.value)}
          >
            {options.map(option => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          <Icon name="chevron" className={styles.chevron} />
        </div>
      }
    />
  )
}
