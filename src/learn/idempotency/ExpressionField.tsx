import { useId, useState } from 'react'
import { EXPRESSION_LENGTH, ExpressionError, parseExpression } from '../../sim/index.ts'
import { Field } from '../../ui/Field.tsx'
import styles from './ExpressionField.module.css'

interface ExpressionFieldProps {
  value: string
  /** At every text that can be read. */
  onCommit: (text: string) => void
  /** At every text that cannot. */
  onRefuse: () => void
}

/** An expression typed in. One that cannot be read is not taken; a caret shows where, and a sentence says why. */
export function ExpressionField({ value, onCommit, onRefuse }: ExpressionFieldProps) {
  const id = useId()
  const [text, setText] = useState(value)
  const problem = problemOf(text)

  function type(typed: string) {
    setText(typed)
    if (problemOf(typed)) onRefuse()
    else onCommit(typed)
  }

  return (
    <Field
      id={id}
      label="Your expression"
      error={problem ? `At place ${problem.at + 1}: ${problem.message}` : undefined}
      hint="Numbers, x, + - * / %, parentheses, min, max, abs, floor, round. It is read, never run as code."
    >
      <div className={styles.line} data-refused={problem ? true : undefined}>
        <span aria-hidden="true">x =</span>
        <input
          id={id}
          className={styles.input}
          value={text}
          maxLength={EXPRESSION_LENGTH}
          spellCheck={false}
          autoCapitalize="none"
          autoComplete="off"
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? `${id}error` : `${id}hint`}
          onChange={event => type(event.target.value)}
        />
      </div>
      {problem && (
        <pre className={styles.caret} aria-hidden="true">
          {caretUnder(text, problem.at)}
        </pre>
      )}
    </Field>
  )
}

/** How much of the text is shown before and after the place: it fits on a phone. */
const AROUND = { before: 20, after: 10 } as const

/** The text around a place, and a caret under it. */
function caretUnder(text: string, at: number): string {
  const from = Math.max(0, at - AROUND.before)
  const cut = from > 0 ? '…' : ''
  return `${cut}${text.slice(from, at + AROUND.after)}\n${' '.repeat(cut.length + at - from)}^`
}

function problemOf(text: string): ExpressionError | null {
  try {
    parseExpression(text)
    return null
  } catch (error) {
    if (error instanceof ExpressionError) return error
    throw error
  }
}
