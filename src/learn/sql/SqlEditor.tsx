import { type KeyboardEvent, useRef } from 'react'
import styles from './SqlEditor.module.css'

interface SqlEditorProps {
  text: string
  onText: (text: string) => void
  /** Ctrl or ⌘ with Enter. */
  onRun: () => void
  /** Lines, from 1, that the engine refused. */
  badLines: readonly number[]
}

const MOST_LINES = 18

/** Lines of SQL with their numbers; a line that was refused bears a mark. */
export function SqlEditor({ text, onText, onRun, badLines }: SqlEditorProps) {
  const gutter = useRef<HTMLDivElement>(null)
  const lines = text.split('\n').length

  function press(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    onRun()
  }

  return (
    <div className={styles.editor}>
      <div ref={gutter} className={styles.gutter} aria-hidden="true">
        {Array.from({ length: lines }, (_, index) => index + 1).map(line => (
          <span key={line} data-bad={badLines.includes(line) || undefined}>
            {line}
          </span>
        ))}
      </div>
      <textarea
        aria-label="SQL"
        aria-invalid={badLines.length > 0 || undefined}
        className={styles.text}
        value={text}
        rows={Math.min(lines, MOST_LINES)}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        wrap="off"
        onChange={event => onText(event.target.value)}
        onKeyDown={press}
        onScroll={event => {
          if (gutter.current) gutter.current.scrollTop = event.currentTarget.scrollTop
        }}
      />
    </div>
  )
}
