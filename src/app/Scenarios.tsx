import { useEffect } from 'react'
import { serializeAddress } from '../embed/address.ts'
import { writeRun } from '../embed/run-link.ts'
import { Gallery } from '../gallery/Gallery.tsx'
import type { Scenario } from '../gallery/scenarios.ts'
import { sessionOf } from '../gallery/session-of.ts'
import type { Session } from '../sim/index.ts'
import { useSimulator } from '../store/react.tsx'
import { runSession } from '../store/run-session.ts'
import { checksumOf } from './checksum.ts'
import { Notices } from './Notices.tsx'
import type { PageStore } from './page-store.ts'
import { goTo } from './route.ts'
import styles from './Scenarios.module.css'
import { hushScenario, tellScenario } from './tell-scenario.ts'

/** The page of scenarios. */
export function Scenarios({ pageStore }: { pageStore: PageStore }) {
  const simulator = useSimulator()
  useEffect(() => hushScenario(simulator), [simulator])
  const open = (scenario: Scenario) => {
    simulator.load(sessionOf(scenario))
    // It waits for Play: first one says what one expects.
    simulator.visit(0)
    pageStore.setState({ scenario: scenario.id })
    goTo('room')
    tellScenario(simulator, scenario)
  }
  return (
    <div className={styles.main}>
      <Notices undo={false} />
      <Gallery linkOf={(session, { id }) => linkOf(session, id, pageStore)} onOpen={open} />
    </div>
  )
}

/** The permalink of a scenario's run: as any run's, and beside it the scenario whose question is asked. */
function linkOf(session: Session, scenario: string, pageStore: PageStore): string {
  const run = writeRun({ session, atMs: 0, outcome: checksumOf(runSession(session)) })
  return `?${serializeAddress({ settings: session.settings, page: { ...pageStore.getState(), start: 'paused', run, scenario } })}#/`
}
