import {
  type ChangeEvent,
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react'
import { describedBy } from './described-by.ts'
import { Field } from './Field.tsx'
import { useLocked } from './Locked.tsx'
import styles from './NumberField.module.css'
import { useNativeChange } from './useNativeChange.ts'

export interface NumberFieldProps {
  label: string
  /** The unit, shown after the number: `ms`. */
  unit?: string | undefined
  min: number
  max: number
  /** What is typed is rounded to whole steps from `min`. */
  step?: number
  value: number
  /** Once a number within the range is settled, by Enter, by leaving the field, or by a tool filling it in. */
  onCommit: (value: number) => void
  hint?: ReactNode
  className?: string | undefined
}

function toStep(value: number, min: number, step: number): number {
  // toPrecision drops what binary fractions add: 0.1 + 2 * 0.1 is 0.30000000000000004
  return Number((min + Math.round((value - min) / step) * step).toPrecision(12))
}

/** A number typed in. What is not a number within the range is not taken, and the field says which range it is. */
export function NumberField(props: NumberFieldProps) {
  const { label, unit, min, max, step = 1, value, onCommit, hint, className } = props
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const locked = useLocked()
  // remembers over which value it was typed, so that a value that changes meanwhile wins
  const [draft, setDraft] = useState<{ text: string; over: number; refused: boolean } | null>(null)
  const current = draft?.over === value ? draft : null
  const refused = current?.refused ?? false
  // Enter, `change` and blur may all report one and the same number
  const committed = useRef(value)
  useEffect(() => {
    committed.current = value
  }, [value])

  function type(event: ChangeEvent<HTMLInputElement>) {
    // React calls this for the DOM's `change` too, after settle()
    if (event.nativeEvent.type === 'change') return
    committed.current = value
    setDraft({ text: event.target.value, over: value, refused: false })
  }

  function settle(text: string) {
    const number = toStep(Number(text), min, step)
    // an empty text is what a number input reports for letters, too
    if (text.trim() === '' || !(number >= min && number <= max)) {
      setDraft({ text, over: value, refused: true })
      return
    }
    setDraft(null)
    if (number === committed.current) return
    committed.current = number
    onCommit(number)
  }

  function press(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === 'Enter') settle(event.currentTarget.value)
    if (event.key === 'Escape') setDraft(null)
  }

  useNativeChange(input, settle)

  const range = `Enter a number from ${min} to ${max}${unit ? ` ${unit}` : ''}.`
  return (
    <Field
      id={id}
      label={label}
      hint={hint}
      error={refused ? range : undefined}
      className={className}
      beside={
        <span
          className={styles.box}
          data-refused={refused || undefined}
          data-locked={locked !== null || undefined}
        >
          <input
            ref={input}
            id={id}
            type="number"
            inputMode="decimal"
            className={styles.input}
            style={{ '--digits': String(max).length } as CSSProperties}
            min={min}
            max={max}
            step={step}
            value={current?.text ?? value}
            aria-invalid={refused || undefined}
            disabled={locked !== null}
            title={locked ?? undefined}
            aria-describedby={describedBy(
              refused && `${id}error`,
              hint ? `${id}hint` : '',
              locked !== null && `${id}lock`,
            )}
            onChange={type}
            onKeyDown={press}
            onBlur={event => settle(event.target.value)}
          />
          {unit && <span className={styles.unit}>{unit}</span>}
        </span>
      }
    />
  )
}
