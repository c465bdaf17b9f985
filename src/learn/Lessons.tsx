import { type ComponentType, lazy, Suspense, useEffect, useRef } from 'react'
import { useSimulator } from '../store/react.tsx'
import { Contents } from './Contents.tsx'
import { CHAPTERS, type ChapterEntry } from './chapters.ts'
import styles from './Lessons.module.css'
import { type Place, PlaceContext } from './place.ts'

interface LessonsProps {
  /** A chapter's id, or another page's; '' for the list. */
  lesson: string
  place: Place
}

/** The list of chapters, or the chapter that is asked for. */
export function Lessons({ lesson, place }: LessonsProps) {
  const entry = CHAPTERS.find(({ id }) => id === lesson)
  useArrival(lesson, entry)
  const Page = entry ? pageOf(entry) : Contents
  return (
    <PlaceContext value={place}>
      <Suspense fallback={<p className={styles.waits}>Fetching …</p>}>
        <Page key={lesson} />
      </Suspense>
    </PlaceContext>
  )
}

const pages = new Map<string, ComponentType>()

/** The page of a chapter, fetched when it is opened. */
function pageOf(entry: ChapterEntry): ComponentType {
  const known = pages.get(entry.id)
  if (known) return known
  const page = lazy(async () => {
    const [{ ChapterPage }, chapter] = await Promise.all([import('./ChapterPage.tsx'), entry.load()])
    return { default: () => <ChapterPage entry={entry} chapter={chapter} /> }
  })
  pages.set(entry.id, page)
  return page
}

const TITLE = 'Double Charge Simulator'

/** Each chapter has a title, and begins at its top, also for the keyboard. The first page one comes to takes no focus. */
function useArrival(lesson: string, entry: ChapterEntry | undefined) {
  const simulator = useSimulator()
  const shown = useRef(lesson)
  const title = `${entry ? `${entry.number} · ${entry.title}` : 'Learn'} · ${TITLE}`
  useEffect(() => {
    document.title = title
    if (entry === undefined && lesson !== '')
      simulator.notify(
        'unsure',
        `There is no chapter ${lesson.slice(0, 40)}. These are the chapters there are.`,
      )
    if (shown.current === lesson) return
    shown.current = lesson
    document.querySelector<HTMLElement>('[data-testid="simulator"]')?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
    simulator.announce(title)
  }, [lesson, entry, title, simulator])
}
