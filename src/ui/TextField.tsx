import { type ReactNode, useId, useState } from 'react'
import { describedBy } from './described-by.ts'
import { Field } from './Field.tsx'
import styles from './TextField.module.css'

export interface TextFieldProps {
  label: string
  value: string
  /** What is wrong with a text, as a sentence; '' for nothing. */
  problemOf: (text: string) => string
  /** At every text that nothing is wrong with. */
  onCommit: (text: string) => void
  hint?: ReactNode
}

/** A line of text. What is wrong is not taken, and the field says why. */
export function TextField({ label, value, problemOf, onCommit, hint }: TextFieldProps) {
  const id = useId()
  // remembers over which value it was typed, so that a value that changes meanwhile wins
  const [draft, setDraft] = useState<{ text: string; over: string } | null>(null)
  const text = draft?.over === value ? draft.text : value
  const problem = problemOf(text)

  function type(typed: string) {
    const isRight = problemOf(typed) === ''
    setDraft({ text: typed, over: isRight ? typed : value })
    if (isRight) onCommit(typed)
  }

  return (
    <Field id={id} label={label} hint={hint} error={problem || undefined}>
      <input
        id={id}
        className={styles.input}
        value={text}
        spellCheck={false}
        autoComplete="off"
        aria-invalid={problem !== '' || undefined}
        aria-describedby={describedBy(problem && `${id}error`, hint ? `${id}hint` : '')}
        onChange={event => type(event.target.value)}
      />
    </Field>
  )
}
