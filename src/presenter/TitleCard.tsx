import type { Chapter } from './chapter.ts'
import styles from './TitleCard.module.css'

interface TitleCardProps {
  chapter: Chapter
  number: number
  of: number
}

/** What a chapter begins with: its question, to be answered by the hall before anything is shown. */
export function TitleCard({ chapter, number, of }: TitleCardProps) {
  return (
    <div className={styles.card}>
      {of > 1 && (
        <p className={styles.number}>
          Chapter {number + 1} of {of}
        </p>
      )}
      <h2 className={styles.title}>{chapter.title}</h2>
      <p className={styles.question}>{chapter.question}</p>
    </div>
  )
}
