import type { MDXContent } from 'mdx/types'
import { type ReactNode, useContext } from 'react'
import { classes } from '../../ui/classes.ts'
import { Icon } from '../../ui/Icon.tsx'
import { usePlace } from '../place.ts'
import { sessionOf } from '../run.ts'
import styles from './Prose.module.css'
import { RunsContext } from './runs-context.ts'

interface ProseProps {
  text: MDXContent
  className?: string | undefined
}

/** A chapter's prose. What it may say beside Markdown is in {@link PARTS}. */
export function Prose({ text: Text, className }: ProseProps) {
  return (
    <div className={classes(styles.prose, className)}>
      <Text components={PARTS} />
    </div>
  )
}

/** What a run shows: the words, and the way to the run. */
function Shown({ run, children }: { run: string; children: ReactNode }) {
  const { runAddress, openRun } = usePlace()
  const found = useContext(RunsContext)[run]
  if (!found) throw new Error(`The chapter has no run ${run}.`)
  const session = sessionOf(found)
  return (
    <>
      {children}{' '}
      <a
        className={styles.run}
        aria-label={`see the run: ${run.replaceAll('-', ' ')}`}
        href={runAddress(session)}
        onClick={event => {
          if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
          event.preventDefault()
          openRun(session)
        }}
      >
        <Icon name="play" size={12} /> see the run
      </a>
    </>
  )
}

/** What a lab's engine shows: a test named `claim: …` holds it. */
function Tried({ children }: { as: string; children: ReactNode }) {
  return children
}

/** A wrong belief, and what is so. */
function Belief({ wrong, children }: { wrong: string; children: ReactNode }) {
  return (
    <div className={styles.belief}>
      <p className={styles.wrong}>
        <Icon name="cross" size={12} /> <s>{wrong}</s>
      </p>
      <div>{children}</div>
    </div>
  )
}

const PARTS = { Shown, Tried, Belief }
