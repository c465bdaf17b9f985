import { type ChangeEvent, type CSSProperties, type ReactNode, useId, useRef, useState } from 'react'
import { describedBy } from './described-by.ts'
import { Field } from './Field.tsx'
import { useLocked } from './Locked.tsx'
import styles from './Slider.module.css'
import { useNativeChange } from './useNativeChange.ts'

export interface SliderProps {
  label: string
  min: number
  max: number
  step: number
  value: number
  /** A value in words or with its unit, for the eye and for assistive technology: `50%`. */
  valueText: (value: number) => string
  /** While dragging, at every move. */
  onInput?: ((value: number) => void) | undefined
  /** Once a value is settled: the end of a drag, a key, or a tool filling it in. */
  onCommit: (value: number) => void
  hint?: ReactNode
  className?: string | undefined
}

/** A slider. It shows the hand's value while dragging and the given one otherwise. */
export function Slider(props: SliderProps) {
  const { label, min, max, step, value, valueText, onInput, onCommit, hint, className } = props
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const locked = useLocked()
  // remembers over which value it was dragged, so that a value that changes meanwhile wins
  const [draft, setDraft] = useState<{ value: number; over: number } | null>(null)
  const shown = draft?.over === value ? draft.value : value

  function move(event: ChangeEvent<HTMLInputElement>) {
    // React calls this for the DOM's `change` too, after the commit below
    if (event.nativeEvent.type === 'change') return
    const next = Number(event.target.value)
    setDraft({ value: next, over: value })
    onInput?.(next)
  }

  useNativeChange(input, settled => {
    setDraft(null)
    if (Number(settled) !== value) onCommit(Number(settled))
  })

  // A finger that came down here turned out to scroll the page: the browser has moved the thumb to it already.
  function takeBack() {
    setDraft(null)
    onInput?.(value)
  }

  const filled = max > min ? (shown - min) / (max - min) : 0
  return (
    <Field
      id={id}
      label={label}
      hint={hint}
      className={className}
      beside={
        <span className={styles.value} aria-hidden="true">
          {valueText(shown)}
        </span>
      }
    >
      <input
        ref={input}
        id={id}
        type="range"
        className={styles.input}
        style={{ '--filled': filled } as CSSProperties}
        min={min}
        max={max}
        step={step}
        value={shown}
        aria-valuetext={valueText(shown)}
        disabled={locked !== null}
        title={locked ?? undefined}
        aria-describedby={describedBy(hint ? `${id}hint` : '', locked !== null && `${id}lock`)}
        onChange={move}
        onPointerCancel={takeBack}
        onBlur={() => setDraft(null)}
      />
    </Field>
  )
}
