import { type ReactNode, useId, useState } from 'react'
import { useStore } from 'zustand'
import { Button } from '../ui/Button.tsx'
import { Heading } from '../ui/Heading.tsx'
import styles from './ChapterPage.module.css'
import type { ChapterEntry } from './chapters.ts'
import { progress } from './progress/progress.ts'

/** What to notice after the lab. It would answer the prediction, so it waits for one, or until it is asked for. */
export function Noticing({ entry, children }: { entry: ChapterEntry; children: ReactNode }) {
  const id = useId()
  const [asked, setAsked] = useState(false)
  const tried = useStore(progress, state =>
    Object.keys(state.tried).some(name => name.startsWith(`${entry.id}.`)),
  )
  const shown = asked || tried || !entry.predicts
  return (
    <section aria-labelledby={id} className={styles.after}>
      <Heading level={3} id={id} className={styles.notice}>
        What to notice
      </Heading>
      {shown ? (
        children
      ) : (
        <div className={styles.folded}>
          <p>It stands here once you have made a prediction and run it, or skipped to the run.</p>
          <Button variant="quiet" onClick={() => setAsked(true)}>
            Show it anyway
          </Button>
        </div>
      )}
    </section>
  )
}
