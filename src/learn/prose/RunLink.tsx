import type { ReactNode } from 'react'
import { Icon } from '../../ui/Icon.tsx'
import { usePlace } from '../place.ts'
import { type Run, sessionOf } from '../run.ts'
import styles from './Prose.module.css'

interface RunLinkProps {
  run: Pick<Run, 'settings' | 'inputs'>
  /** What tells it from other such links; it begins with the words shown. */
  name?: string
  children: ReactNode
}

/** The way to a run: it opens in this very page, standing at its beginning, or as a link elsewhere. */
export function RunLink({ run, name, children }: RunLinkProps) {
  const { runAddress, openRun } = usePlace()
  const session = sessionOf(run)
  return (
    <a
      className={styles.run}
      aria-label={name}
      href={runAddress(session)}
      onClick={event => {
        if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
        event.preventDefault()
        openRun(session)
      }}
    >
      <Icon name="play" size={12} /> {children}
    </a>
  )
}
