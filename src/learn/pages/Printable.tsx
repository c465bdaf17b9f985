import type { ReactNode } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Heading } from '../../ui/Heading.tsx'
import { usePlace } from '../place.ts'
import styles from './Printable.module.css'

interface PrintableProps {
  id: string
  title: string
  /** What it is for, in a sentence or two. */
  intro: ReactNode
  /** Buttons beside Print; not printed. */
  actions?: ReactNode
  children: ReactNode
}

/** A page that is made to be printed: on paper it is black on white and has neither header nor buttons. */
export function Printable({ id, title, intro, actions, children }: PrintableProps) {
  const { addressOf, embedded } = usePlace()
  return (
    <article className={styles.page} data-testid="page" data-page={id}>
      <header className={styles.head}>
        <Heading level={2} className={styles.heading}>
          {title}
        </Heading>
        <div className={styles.intro}>{intro}</div>
        <div className={styles.screenOnly}>
          <div className={styles.actions}>
            <Button onClick={() => window.print()}>Print</Button>
            {actions}
          </div>
        </div>
      </header>
      {children}
      {!embedded && (
        <nav aria-label="Learn" className={styles.screenOnly}>
          <a className={styles.back} href={addressOf('')}>
            All chapters
          </a>
        </nav>
      )}
    </article>
  )
}

/** A link whose address stands beside it on paper, where nobody can press it. */
export function PrintedLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <>
      <a href={href}>{children}</a>
      <span className={styles.address}> {wholeAddress(href)}</span>
    </>
  )
}

/** An address of this site as one types it elsewhere: whole, and without what this visit has set. */
export function wholeAddress(href: string): string {
  const { origin, pathname } = window.location
  return new URL(href, `${origin}${pathname}`).href
}
