import { use, useMemo } from 'react'
import { Button } from '../../ui/Button.tsx'
import { ErrorBoundary } from '../../ui/ErrorBoundary.tsx'
import { Heading } from '../../ui/Heading.tsx'
import type { Chapter } from '../chapter.ts'
import { CHAPTERS, type ChapterEntry } from '../chapters.ts'
import { usePlace } from '../place.ts'
import { Prose } from '../prose/Prose.tsx'
import { RunsContext } from '../prose/runs-context.ts'
import { Beliefs } from './Beliefs.tsx'
import { Printable, PrintedLink, wholeAddress } from './Printable.tsx'
import styles from './Teachers.module.css'

const noteId = (id: string) => `notes-${id}`

/** Every chapter's notes on one page, with what else a teacher asks for. */
export function Teachers() {
  const { addressOf } = usePlace()
  // All at once: each would otherwise wait for the one before it.
  CHAPTERS.forEach(fetchOnce)
  const total = CHAPTERS.reduce((sum, { minutes }) => sum + minutes, 0)
  return (
    <Printable
      id="teachers"
      title="For teachers"
      intro={
        <p>
          Eight subjects in nine chapters, {total} minutes in all; each stands by itself. In each your class
          predicts, runs, and sees what decided it. Nothing a learner does leaves their device.
        </p>
      }
    >
      <ul className={styles.more}>
        <li>
          <PrintedLink href={addressOf('lesson')}>A 20-minute lesson</PrintedLink>: five links to show, and
          one to take home.
        </li>
        <li>
          <PrintedLink href={addressOf('report')}>What I predicted and saw</PrintedLink>: a learner’s own
          report, to print and hand in.
        </li>
      </ul>
      <section aria-label="Chapters">
        <Heading level={3} className={styles.title}>
          Chapters
        </Heading>
        <Contents total={total} />
      </section>
      {CHAPTERS.map(entry => (
        <Notes key={entry.id} entry={entry} />
      ))}
      <section aria-label="A lab on your own page" className={styles.part}>
        <Heading level={3} className={styles.title}>
          A lab on your own page
        </Heading>
        <p>
          With <code>?embed=1</code> before its hash a chapter shows its lab alone, in a frame of any page:
        </p>
        <pre className={styles.code}>
          {`<iframe\n  src="${wholeAddress('?embed=1#/learn/networks')}"\n  title="Lab: ${CHAPTERS[0]?.title}"\n  style="width: 100%; height: 900px; border: 0"\n></iframe>`}
        </pre>
        <p>
          The page <PrintedLink href="#/embed">Embed</PrintedLink> makes such a frame for you: of a lab, or of
          the simulator with what you want shown, hidden or locked.
        </p>
      </section>
      <Beliefs />
    </Printable>
  )
}

/** What there is, how long it takes, and the way to the chapter and to its notes. */
function Contents({ total }: { total: number }) {
  const { addressOf } = usePlace()
  function show(id: string) {
    const notes = document.getElementById(noteId(id))
    notes?.scrollIntoView()
    notes?.focus({ preventScroll: true })
  }
  return (
    <table className={styles.contents}>
      <thead>
        <tr>
          <th scope="col">Chapter</th>
          <th scope="col">Minutes</th>
          <th scope="col" className={styles.jump}>
            Notes
          </th>
        </tr>
      </thead>
      <tbody>
        {CHAPTERS.map(({ id, number, title, minutes }) => (
          <tr key={id}>
            <th scope="row">
              {number} <a href={addressOf(id)}>{title}</a>
            </th>
            <td>{minutes}</td>
            <td className={styles.jump}>
              <Button variant="quiet" aria-label={`Notes on chapter ${number}`} onClick={() => show(id)}>
                Notes
              </Button>
            </td>
          </tr>
        ))}
        <tr>
          <th scope="row">In all</th>
          <td>{total}</td>
          <td className={styles.jump} />
        </tr>
      </tbody>
    </table>
  )
}

const fetched = new Map<string, Promise<Chapter | null>>()

/** A chapter; null where it cannot be fetched, so that one does not keep the others from being read. */
function fetchOnce(entry: ChapterEntry): Promise<Chapter | null> {
  const known = fetched.get(entry.id)
  if (known) return known
  const chapter = entry.load().catch(() => null)
  fetched.set(entry.id, chapter)
  return chapter
}

function Notes({ entry }: { entry: ChapterEntry }) {
  const chapter = use(useMemo(() => fetchOnce(entry), [entry]))
  return (
    <section
      aria-label={`Chapter ${entry.number}`}
      id={noteId(entry.id)}
      tabIndex={-1}
      className={styles.notes}
      data-chapter={entry.id}
    >
      <Heading level={3} className={styles.title}>
        {entry.number} {entry.title}
      </Heading>
      {chapter ? (
        <ErrorBoundary name={`Notes on chapter ${entry.number}`}>
          <RunsContext value={chapter.runs}>
            <Prose text={chapter.Teacher} className={styles.prose} />
          </RunsContext>
        </ErrorBoundary>
      ) : (
        <p>These notes could not be fetched. Load the page again for them.</p>
      )}
    </section>
  )
}
