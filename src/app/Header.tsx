import { later } from '../ui/later.tsx'
import styles from './Header.module.css'
import type { Permalink } from './keep-address.ts'

const Nav = later(() => import('./Nav.tsx').then(module => module.Nav))
const Share = later(() => import('./Share.tsx').then(module => module.Share))

/** The site's header: who this is, the other pages, and the link to share. */
export function Header({ permalink }: { permalink: Permalink }) {
  return (
    <header className={styles.header}>
      <h1 className={styles.mark}>
        <svg width="30" height="20" viewBox="0 0 30 20" aria-hidden="true">
          <g fill="none" stroke="currentColor" strokeWidth="1.8">
            <circle cx="10" cy="10" r="8.6" />
            <circle cx="20" cy="10" r="8.6" stroke="var(--lost)" strokeDasharray="3.2 2.6" />
          </g>
        </svg>
        Double Charge <span className={styles.rest}>Simulator</span>
      </h1>
      <Nav />
      <Share permalink={permalink} />
    </header>
  )
}
