import { useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { serializeAddress } from '../embed/address.ts'
import { writeRun } from '../embed/run-link.ts'
import { Lessons } from '../learn/Lessons.tsx'
import type { Place } from '../learn/place.ts'
import type { Session } from '../sim/index.ts'
import { useSimulator } from '../store/react.tsx'
import { runSession } from '../store/run-session.ts'
import type { Simulator } from '../store/simulator.ts'
import { checksumOf } from './checksum.ts'
import styles from './Learn.module.css'
import { isWhereOpened, useLesson } from './lesson.ts'
import { Notices } from './Notices.tsx'
import { opensTabs } from './opens-tabs.ts'
import type { PageStore } from './page-store.ts'
import { goTo, ROUTES } from './route.ts'
import { hushScenario } from './tell-scenario.ts'

/** The chapters: what there is to read beside each lab, and the labs on the simulator of this page. */
export function Learn({ pageStore }: { pageStore: PageStore }) {
  const simulator = useSimulator()
  const lesson = useLesson()
  const { embed, hide, run } = useStore(pageStore)
  useEffect(() => hushScenario(simulator), [simulator])
  const leaveWith = useRoomsOwn(simulator)
  const place: Place = {
    embedded: embed === '1',
    hide,
    opened: isWhereOpened(),
    keepsRun: run !== '' && isWhereOpened(),
    addressOf: name => (name === '' ? ROUTES.learn : `${ROUTES.learn}/${name}`),
    runAddress: session => runAddress(session, pageStore),
    opensTabs: opensTabs(),
    openRun: session => {
      leaveWith(session)
      goTo('room')
    },
    permalink: () => new URL(runAddress(simulator.state.session, pageStore), window.location.href).href,
  }
  return (
    <div className={styles.main}>
      <Notices undo={false} />
      <Notices undo />
      <Lessons lesson={lesson} place={place} />
    </div>
  )
}

/**
 * A lab puts sessions of its own into the simulator: who leaves the chapters finds the main room as it was, or the run that
 * was opened there.
 */
function useRoomsOwn(simulator: Simulator): (session: Session) => void {
  const next = useRef({ session: simulator.state.session, atMs: simulator.playhead.timeMs })
  useEffect(
    () => () => {
      const { session, atMs } = next.current
      if (session === simulator.state.session) return
      simulator.open(session, atMs)
      simulator.pause()
    },
    [simulator],
  )
  return session => {
    next.current = { session, atMs: 0 }
  }
}

/** The permalink of a run in the main room, from its beginning. */
function runAddress(session: Session, pageStore: PageStore): string {
  const run = writeRun({ session, atMs: 0, outcome: checksumOf(runSession(session)) })
  const page = { ...pageStore.getState(), start: 'paused' as const, run, scenario: '' }
  return `?${serializeAddress({ settings: session.settings, page })}#/`
}
