import { Heading } from '../../ui/Heading.tsx'
import { CHAPTERS } from '../chapters.ts'
import { usePlace } from '../place.ts'
import { QUIZ } from '../summary/quiz/questions.ts'
import styles from './Teachers.module.css'

/** The wrong beliefs that the chapters put right and the quiz asks about. */
export function Beliefs() {
  const { addressOf } = usePlace()
  return (
    <section aria-label="Beliefs" className={styles.part}>
      <Heading level={3} className={styles.title}>
        The beliefs it puts right
      </Heading>
      <p>
        Each has a question in the <a href={addressOf('summary')}>quiz</a>, and a run or a lab that speaks
        against it.
      </p>
      <ol className={styles.beliefs}>
        {QUIZ.map(({ id, wrong, chapter }) => {
          const entry = CHAPTERS.find(each => each.id === chapter)
          return (
            <li key={id}>
              {wrong} {entry && <a href={addressOf(entry.id)}>Chapter {entry.number}</a>}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
