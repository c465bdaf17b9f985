import type { MDXContent } from 'mdx/types'
import { type ReactNode, useContext } from 'react'
import { classes } from '../../ui/classes.ts'
import { Icon } from '../../ui/Icon.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { CHAPTERS } from '../chapters.ts'
import { usePlace } from '../place.ts'
import styles from './Prose.module.css'
import { RunLink } from './RunLink.tsx'
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
  const found = useContext(RunsContext)[run]
  if (!found) throw new Error(`The chapter has no run ${run}.`)
  return (
    <>
      {children}{' '}
      <RunLink run={found} name={`see the run: ${run.replaceAll('-', ' ')}`}>
        see the run
      </RunLink>
    </>
  )
}

/** What only the lab of another chapter shows: the words lead there. */
function InLab({ chapter, children }: { chapter: string; children: ReactNode }) {
  const { addressOf } = usePlace()
  const entry = CHAPTERS.find(({ id }) => id === chapter)
  if (!entry) throw new Error(`There is no chapter ${chapter}.`)
  return (
    <a href={addressOf(chapter)}>
      {children}, in the lab of chapter {entry.number}
    </a>
  )
}

/** The way to a page beside the chapters. */
function Page({ name, children }: { name: string; children: ReactNode }) {
  const { addressOf } = usePlace()
  return <a href={addressOf(name)}>{children}</a>
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
        <Icon name="cross" size={12} /> <VisuallyHidden>Wrong belief: </VisuallyHidden>
        <s>{wrong}</s>
      </p>
      <div>{children}</div>
    </div>
  )
}

const PARTS = { Shown, Tried, Belief, InLab, Page }
