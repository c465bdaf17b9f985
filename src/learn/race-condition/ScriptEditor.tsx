import { useId } from 'react'
import type { LuaProblem } from '../../engines/lua-script.ts'
import { Icon } from '../../ui/Icon.tsx'
import styles from './ScriptEditor.module.css'

interface ScriptEditorProps {
  value: string
  onChange: (text: string) => void
  /** What Lua said of this very text. */
  problem: LuaProblem | null
}

/** As much as anybody types here; more is not taken. */
const MAX_LENGTH = 4000

/** A script to edit, its lines numbered; what is wrong stands beside its line. */
export function ScriptEditor({ value, onChange, problem }: ScriptEditorProps) {
  const id = useId()
  const lines = value.split('\n')
  const at = problem?.line
  return (
    <div className={styles.editor}>
      <label htmlFor={id} className={styles.label}>
        The script
      </label>
      <div className={styles.sheet}>
        <ol className={styles.numbers} aria-hidden>
          {lines.map((_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number
            <li key={index} data-wrong={at === index + 1}>
              {index + 1}
            </li>
          ))}
        </ol>
        <textarea
          id={id}
          className={styles.text}
          value={value}
          rows={lines.length}
          wrap="off"
          maxLength={MAX_LENGTH}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          aria-invalid={problem ? true : undefined}
          aria-describedby={`${id}problem`}
          onChange={event => onChange(event.target.value)}
        />
      </div>
      <p id={`${id}problem`} className={styles.problem} data-testid="lua-problem">
        {problem && (
          <>
            <Icon name="warning" />
            <span>
              {at ? <strong>Line {at}: </strong> : null}
              <code>{problem.text}</code>
            </span>
          </>
        )}
      </p>
    </div>
  )
}
