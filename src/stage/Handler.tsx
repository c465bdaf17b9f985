import { classes } from '../ui/classes.ts'
import type { CodeAtWork, Lit } from './code-at-work.ts'
import styles from './Handler.module.css'
import { handlerLines } from './handler-text.ts'
import { Mark } from './Mark.tsx'

/** A handler's text. The line a worker stands on is lit and says for which attempt. */
export function Handler({ strategy, lit, atDoor }: CodeAtWork) {
  return (
    <figure className={styles.figure} aria-label={`The bank’s code: ${strategy}`}>
      <pre className={styles.code} data-testid="handler" data-strategy={strategy}>
        {handlerLines(strategy).map(({ number, text }) => (
          <Line key={number} text={text} lit={lit.filter(here => text.includes(here.text))} />
        ))}
      </pre>
      {atDoor && <p className={styles.door}>turned away at the door: no code ran</p>}
    </figure>
  )
}

const HERE = {
  runs: 'is here',
  sleeps: 'sleeps here',
  died: 'died here',
  answered: 'was answered here',
} as const

/** The one that lights a line which several stand on. */
const FIRST = ['runs', 'answered', 'sleeps', 'died'] as const

function Line({ text, lit }: { text: string; lit: readonly Lit[] }) {
  const doing = FIRST.find(each => lit.some(here => here.doing === each))
  if (!doing) return <code className={styles.line}>{text}</code>
  const running = lit.some(here => here.doing === 'runs' || here.doing === 'sleeps')
  return (
    <code
      className={classes(styles.line, styles.lit)}
      data-testid="lit-line"
      data-running={running}
      data-doing={doing}
    >
      {text}
      <span className={styles.who}>
        {lit.map(here => (
          <Mark
            key={`${here.payment}.${here.attempt}.${here.copy}`}
            doing={here.doing}
            attempt={here.attempt}
            label={`payment ${here.payment}, attempt ${here.attempt}${here.copy > 1 ? ', copy' : ''} ${HERE[here.doing]}`}
          />
        ))}
      </span>
    </code>
  )
}
