import { type FormEvent, useId, useLayoutEffect, useRef, useState } from 'react'
import { COMMAND_NAMES } from '../../sim/index.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './Prompt.module.css'
import { TRIES } from './plans.ts'
import type { Line } from './use-commands.ts'

interface PromptProps {
  lines: readonly Line[]
  onSend: (text: string) => void
}

const MAX_LENGTH = 400

/** A command line at the small Redis, and what was said there. */
export function Prompt({ lines, onSend }: PromptProps) {
  const id = useId()
  const [text, setText] = useState('')
  const log = useRef<HTMLOListElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: with every line the newest comes into sight
  useLayoutEffect(() => {
    if (log.current) log.current.scrollTop = log.current.scrollHeight
  }, [lines])

  function submit(event: FormEvent) {
    event.preventDefault()
    onSend(text)
    setText('')
  }

  return (
    <div className={styles.prompt}>
      <div className={styles.tries}>
        <span className={styles.label}>As worker 2, send</span>
        {TRIES.map(line => (
          <Button key={line} className={styles.try} onClick={() => onSend(line)}>
            <code>{line}</code>
          </Button>
        ))}
      </div>
      <form onSubmit={submit} className={styles.form}>
        <label htmlFor={id} className={styles.label}>
          or any command
        </label>
        <input
          id={id}
          className={styles.input}
          value={text}
          maxLength={MAX_LENGTH}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          aria-describedby={`${id}hint`}
          onChange={event => setText(event.target.value)}
        />
        <Button type="submit">Send</Button>
      </form>
      <p id={`${id}hint`} className={styles.hint}>
        There are {COMMAND_NAMES.join(', ')}; SET takes NX, XX, EX and PX. Left out of a real Redis: all other
        commands, SET’s GET, KEEPTTL, EXAT and PXAT, and EXPIRE’s conditions.
      </p>
      {lines.length === 0 ? (
        <p className={styles.empty}>What is sent, and what Redis answers, is written down here.</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <ol ref={log} className={styles.log} aria-label="Session with Redis" tabIndex={0}>
          {lines.map(line => (
            <li key={line.id} className={styles.line} data-told={line.reply === null}>
              <span className={styles.who}>{line.who}</span>
              <span className={styles.said}>
                <code>{line.text}</code>
                {line.reply !== null && <code className={styles.reply}>{line.reply}</code>}
              </span>
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}
