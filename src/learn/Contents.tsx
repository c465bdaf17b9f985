import { useStore } from 'zustand'
import { Heading } from '../ui/Heading.tsx'
import { Icon } from '../ui/Icon.tsx'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import { ChapterMark } from './ChapterMark.tsx'
import styles from './Contents.module.css'
import { CHAPTERS } from './chapters.ts'
import { LEARN_PAGES } from './pages/pages.ts'
import { usePlace } from './place.ts'
import { progress } from './progress/progress.ts'

/** The list of chapters. */
export function Contents() {
  const { addressOf } = usePlace()
  const done = useDone()
  return (
    <div className={styles.page}>
      <Heading level={2} className={styles.heading}>
        Learn
      </Heading>
      <p className={styles.intro}>
        Why a payment is charged twice, and what stops it: in each chapter you predict, run, and see what
        decided it.
      </p>
      <Entrance done={done} />
      <ol className={styles.chapters} aria-label="Chapters">
        {CHAPTERS.map(({ id, number, title, lead, minutes }) => (
          <li key={id} className={styles.chapter}>
            <div className={styles.picture}>
              <span className={styles.number}>
                <VisuallyHidden>Chapter </VisuallyHidden>
                {number}
              </span>
              <ChapterMark id={id} />
            </div>
            <div className={styles.words}>
              <a className={styles.link} href={addressOf(id)}>
                {title}
              </a>
              <p className={styles.lead}>{lead}</p>
              <p className={styles.meta}>
                {minutes} minutes
                {done(id) && (
                  <span className={styles.done}>
                    <Icon name="check" size={12} /> tried
                  </span>
                )}
              </p>
            </div>
          </li>
        ))}
      </ol>
      <ul className={styles.beside} aria-label="To teach and to print">
        {LEARN_PAGES.map(({ id, title, lead }) => (
          <li key={id}>
            <a href={addressOf(id)}>{title}</a>
            <p className={styles.lead}>{lead}</p>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Where to begin, or to go on: one clear way in, above the list. */
function Entrance({ done }: { done: (id: string) => boolean }) {
  const { addressOf } = usePlace()
  const next = CHAPTERS.find(({ id }) => !done(id))
  const isBegun = CHAPTERS.some(({ id }) => done(id))
  const words = isBegun ? `Continue with chapter ${next?.number}: ${next?.title}` : 'Begin with chapter 1'
  return (
    <p className={styles.entrance}>
      <a className={styles.begin} href={addressOf(next?.id ?? 'report')}>
        {next ? words : 'See what you predicted and saw'}
        <Icon name="arrow-right" />
      </a>
    </p>
  )
}

/** Tells whether anything was tried in a chapter. */
function useDone(): (id: string) => boolean {
  const { tried, quiz } = useStore(progress)
  // The quiz is what there is to try in the last chapter.
  const names = [...Object.keys(tried), ...(Object.keys(quiz).length > 0 ? ['summary.quiz'] : [])]
  return id => names.some(name => name.startsWith(`${id}.`))
}
