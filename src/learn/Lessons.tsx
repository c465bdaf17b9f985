import { type ComponentType, lazy, Suspense, useEffect, useRef } from 'react'
import { useSimulator } from '../store/react.tsx'
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx'
import { Contents } from './Contents.tsx'
import { CHAPTERS, type ChapterEntry } from './chapters.ts'
import styles from './Lessons.module.css'
import { LEARN_PAGES, type LearnPage } from './pages/pages.ts'
import { type Place, PlaceContext } from './place.ts'

interface LessonsProps {
  /** A chapter's id, or another page's; '' for the list. */
  lesson: string
  place: Place
}

/** The list of chapters, or the chapter or other page that is asked for. */
export function Lessons({ lesson, place }: LessonsProps) {
  const entry = CHAPTERS.find(({ id }) => id === lesson)
  const beside = LEARN_PAGES.find(({ id }) => id === lesson)
  useArrival(lesson, entry ? `${entry.number} · ${entry.title}` : beside?.title)
  const Page = entry ? chapterPage(entry) : beside ? besidePage(beside) : Contents
  return (
    <PlaceContext value={place}>
      {/* What a browser could not fetch it may not ask for again: the page is loaded anew. */}
      <ErrorBoundary key={lesson} name="Chapter" onReset={() => window.location.reload()}>
        <Suspense fallback={<p className={styles.waits}>Fetching …</p>}>
          <Page />
        </Suspense>
      </ErrorBoundary>
    </PlaceContext>
  )
}

const pages = new Map<string, ComponentType>()

/** A page that is fetched when it is opened, and is the same one when it is opened again. */
function fetched(id: string, load: () => Promise<ComponentType>): ComponentType {
  const known = pages.get(id)
  if (known) return known
  const page = lazy(async () => {
    try {
      return { default: await load() }
    } catch (error) {
      pages.delete(id)
      throw new Error('It could not be fetched. Check the connection; Reset loads the page anew.', {
        cause: error,
      })
    }
  })
  pages.set(id, page)
  return page
}

function chapterPage(entry: ChapterEntry): ComponentType {
  return fetched(entry.id, async () => {
    const [{ ChapterPage }, chapter] = await Promise.all([import('./ChapterPage.tsx'), entry.load()])
    return () => <ChapterPage entry={entry} chapter={chapter} />
  })
}

function besidePage({ id, load }: LearnPage): ComponentType {
  return fetched(id, load)
}

const TITLE = 'Double Charge Simulator'

/**
 * Each page has a title, none of its own only the list, and begins at its top, also for the keyboard. The first page one
 * comes to takes no focus.
 */
function useArrival(lesson: string, name: string | undefined) {
  const simulator = useSimulator()
  const shown = useRef(lesson)
  const title = `${name ?? 'Learn'} · ${TITLE}`
  useEffect(() => {
    document.title = title
    if (name === undefined && lesson !== '')
      simulator.notify(
        'unsure',
        `There is no chapter ${lesson.slice(0, 40)}. These are the chapters there are.`,
      )
    if (shown.current === lesson) return
    shown.current = lesson
    document.querySelector<HTMLElement>('[data-testid="simulator"]')?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
    simulator.announce(title)
  }, [lesson, name, title, simulator])
}
