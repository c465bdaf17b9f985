import { classes } from '../ui/classes.ts'
import type { CodeAtWork, Lit } from './code-at-work.ts'
import styles from './Handler.module.css'
import { handlerLines } from './handler-text.ts'

/** A handler's text. The line a worker stands on is lit and says for which attempt. */
export function Handler({ strategy, lit }: CodeAtWork) {
  return (
    <figure className={styles.figure} aria-label={`The bank’s code: ${strategy}`}>
      <pre className={styles.code} data-testid="handler" data-strategy={strategy}>
        {handlerLines(strategy).map(({ number, text }) => (
          <Line key={number} text={text} lit={lit.filter(here => text.includes(here.text))} />
        ))}
      </pre>
    </figure>
  )
}

function Line({ text, lit }: { text: string; lit: readonly Lit[] }) {
  if (lit.length === 0) return <code className={styles.line}>{text}</code>
  const running = lit.some(({ worker }) => worker !== null)
  return (
    <code className={classes(styles.line, styles.lit)} data-testid="lit-line" data-running={running}>
      {text}
      <span className={styles.who}>
        {lit.map(({ payment, attempt, worker }) => (
          <span
            key={worker}
            className={styles.number}
            role="img"
            aria-label={`payment ${payment}, attempt ${attempt} is here`}
          >
            {attempt}
          </span>
        ))}
      </span>
    </code>
  )
}
