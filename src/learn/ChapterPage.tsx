import { ErrorBoundary } from '../ui/ErrorBoundary.tsx'
import { Heading } from '../ui/Heading.tsx'
import styles from './ChapterPage.module.css'
import type { Chapter } from './chapter.ts'
import { CHAPTERS, type ChapterEntry } from './chapters.ts'
import { Noticing } from './Noticing.tsx'
import { usePlace } from './place.ts'
import { Prose } from './prose/Prose.tsx'
import { RunsContext } from './prose/runs-context.ts'

interface ChapterPageProps {
  entry: ChapterEntry
  chapter: Chapter
}

/** A chapter: its prose beside its lab where there is room, else around it. In a frame the lab stands alone. */
export function ChapterPage({ entry, chapter }: ChapterPageProps) {
  const { embedded } = usePlace()
  const { Before, Lab, After, runs } = chapter
  const lab = (
    <section aria-label={`Lab: ${entry.title}`} className={styles.lab}>
      <ErrorBoundary name="Lab">
        <Lab />
      </ErrorBoundary>
    </section>
  )
  if (embedded)
    return (
      <div className={styles.alone} data-testid="chapter" data-chapter={entry.id}>
        {lab}
      </div>
    )
  return (
    <RunsContext value={runs}>
      <article className={styles.page} data-testid="chapter" data-chapter={entry.id}>
        <header className={styles.head}>
          <p className={styles.number}>
            Chapter {entry.number} · {entry.minutes} minutes
          </p>
          <Heading level={2} className={styles.heading}>
            {entry.title}
          </Heading>
        </header>
        <Prose text={Before} className={styles.before} />
        {lab}
        <Noticing entry={entry}>
          <Prose text={After} />
        </Noticing>
        <Neighbours entry={entry} />
      </article>
    </RunsContext>
  )
}

/** The way to the chapter before and the next. */
function Neighbours({ entry }: { entry: ChapterEntry }) {
  const { addressOf } = usePlace()
  const at = CHAPTERS.indexOf(entry)
  const [before, next] = [CHAPTERS[at - 1], CHAPTERS[at + 1]]
  return (
    <nav aria-label="Chapters" className={styles.neighbours}>
      {before && (
        <a href={addressOf(before.id)}>
          ← {before.number} {before.title}
        </a>
      )}
      <a href={addressOf('')}>All chapters</a>
      {next && (
        <a href={addressOf(next.id)}>
          {next.number} {next.title} →
        </a>
      )}
    </nav>
  )
}
