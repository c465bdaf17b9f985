import type { ReactNode } from 'react'
import { PayBar } from '../../stage/PayBar.tsx'
import { Stage } from '../../stage/Stage.tsx'
import { Verdict } from '../../stage/Verdict.tsx'
import { Playback } from '../../timeline/Playback.tsx'
import { LockablePart } from '../../ui/Locked.tsx'
import { useMediaQuery } from '../../ui/useMediaQuery.ts'
import { usePlace } from '../place.ts'
import styles from './World.module.css'

interface WorldProps {
  /** Whether the verdict stands above the stage. */
  verdict?: boolean
  /** Whether one may press Pay; with false the lab presses it. */
  pay?: boolean
  /** What stands beside Pay on a small screen: the keys switch. */
  keys?: ReactNode
}

/** The simulator of this page as a lab shows it: verdict, stage, playback. */
export function World({ verdict = true, pay = true, keys = null }: WorldProps) {
  const { hide } = usePlace()
  const layout = useMediaQuery('(max-width: 819.98px)') ? 'compact' : 'wide'
  return (
    <div className={styles.world} data-tabular>
      {verdict && !hide.includes('verdict') && (
        <LockablePart name="verdict">
          <div className={styles.verdict}>
            <Verdict />
          </div>
        </LockablePart>
      )}
      <div className={styles.room} data-lab-stage>
        {!hide.includes('stage') && (
          <LockablePart name={pay ? 'stage' : ''}>
            <Stage layout={layout} />
          </LockablePart>
        )}
        {pay && layout === 'compact' && <PayBar inCard keys={keys} />}
        <Playback
          layout={layout}
          hideButtons={hide.includes('playback')}
          hideTimeline={hide.includes('timeline')}
        />
      </div>
    </div>
  )
}
