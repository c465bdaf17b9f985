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

/**
 * The way to a run, which stands at its beginning there. It opens in a tab of its own, so that the lab stays as it is; in
 * this very page where no tab may be opened.
 */
export function RunLink({ run, name, children }: RunLinkProps) {
  const { runAddress, openRun, opensTabs } = usePlace()
  const session = sessionOf(run)
  return (
    <a
      className={styles.run}
      aria-label={name && opensTabs ? `${name} (a new tab)` : name}
      href={runAddress(session)}
      {...(opensTabs && { target: '_blank', rel: 'noopener' })}
      onClick={event => {
        if (
          opensTabs ||
          event.button !== 0 ||
          event.metaKey ||
          event.ctrlKey ||
          event.shiftKey ||
          event.altKey
        )
          return
        event.preventDefault()
        openRun(session)
      }}
    >
      <Icon name="play" size={12} /> {children}
    </a>
  )
}
