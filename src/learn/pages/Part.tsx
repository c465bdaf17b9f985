import type { ReactNode } from 'react'
import { Heading } from '../../ui/Heading.tsx'
import styles from './Report.module.css'

/** A part of the report; an empty one says so. */
export function Part({ title, empty, children }: { title: string; empty: string; children: ReactNode }) {
  return (
    <section aria-label={title} className={styles.part}>
      <Heading level={3} className={styles.title}>
        {title}
      </Heading>
      {children ?? <p className={styles.empty}>{empty}</p>}
    </section>
  )
}
