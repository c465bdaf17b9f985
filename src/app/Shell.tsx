import { lazy, type ReactNode, Suspense, useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { KeysSwitch } from '../controls/KeysSwitch.tsx'
import { Settings } from '../controls/Settings.tsx'
import { Bank } from '../stage/Bank.tsx'
import { PayBar } from '../stage/PayBar.tsx'
import { Stage } from '../stage/Stage.tsx'
import { Verdict } from '../stage/Verdict.tsx'
import { usePlayhead, useSimulator, useSimulatorState } from '../store/react.tsx'
import { Playback } from '../timeline/Playback.tsx'
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx'
import { later } from '../ui/later.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import { Announcer } from './Announcer.tsx'
import { Caption } from './Caption.tsx'
import { Header } from './Header.tsx'
import { Notices } from './Notices.tsx'
import type { PageStore } from './page-store.ts'
import styles from './Shell.module.css'
import { useLayout } from './use-layout.ts'

const EventList = later(() => import('../timeline/EventList.tsx').then(module => module.EventList))
const PageControls = later(() => import('./PageControls.tsx').then(module => module.PageControls))

const BalancePanel = lazy(() =>
  import('../charts/BalancePanel.tsx').then(module => ({ default: module.BalancePanel })),
)

/** The page's layout. Wide: settings and events beside stage and chart. Compact: one column, and a bar with Pay. */
export function Shell({ pageStore, permalink }: { pageStore: PageStore; permalink: () => string }) {
  const layout = useLayout()
  const { hide, embed } = useStore(pageStore)
  const seed = useSimulatorState(state => state.session.settings.seed)
  const status = useSimulatorState(state => state.status)
  const root = useRef<HTMLDivElement>(null)
  usePlayhead(timeMs => {
    // Scripts wait on it; it changes far too often for React.
    root.current?.setAttribute('data-time-ms', String(Math.floor(timeMs)))
  })
  useEffect(() => {
    document.documentElement.dataset.layout = layout
  }, [layout])
  const shown = (part: (typeof hide)[number]) => !hide.includes(part)
  const wide = layout === 'wide'
  const settings = shown('settings') && (
    <Panel name="Settings">
      <Settings
        hideKeys={!shown('keys') || !wide}
        hidePolicy={!shown('keys')}
        hideDrop={!shown('drop')}
        hideRetry={!shown('retry')}
        page={<PageControls pageStore={pageStore} />}
      />
    </Panel>
  )
  const balance = shown('balance') && (
    <Panel name="Balance">
      <Suspense fallback={<Sheet heading="Balance" className={styles.balanceWaits} />}>
        <BalancePanel />
      </Suspense>
    </Panel>
  )
  const events = shown('events') && (
    <Panel name="Events">
      <EventList />
    </Panel>
  )
  const room = (shown('stage') || shown('playback') || shown('timeline')) && (
    <div className={styles.room}>
      {shown('stage') && (
        <Panel name="Stage">
          <Stage layout={layout} />
        </Panel>
      )}
      <Panel name="Playback">
        <Playback layout={layout} hideButtons={!shown('playback')} hideTimeline={!shown('timeline')} />
      </Panel>
    </div>
  )
  return (
    <div
      ref={root}
      className={styles.shell}
      data-testid="simulator"
      data-status={status}
      data-seed={seed}
      data-layout={layout}
      data-embedded={embed === '1' || undefined}
    >
      {embed === '0' && shown('header') ? (
        <Panel name="Header">
          <Header permalink={permalink} />
        </Panel>
      ) : (
        <VisuallyHidden as="h1">Double Charge Simulator</VisuallyHidden>
      )}
      <main className={styles.main} data-side={(wide && Boolean(settings || events)) || undefined}>
        <div className={styles.play}>
          <Notices undo={false} />
          <Notices undo />
          {shown('verdict') && (
            <Panel name="Verdict">
              <Verdict />
            </Panel>
          )}
          {room}
          {!(wide && shown('stage')) && (
            <Panel name="Pay">
              <PayBar keys={shown('keys') && !wide && <KeysSwitch compact />} />
            </Panel>
          )}
          {!wide && (settings || shown('stage')) && (
            <div className={styles.pair}>
              {settings}
              {shown('stage') && (
                <Panel name="Bank">
                  <Sheet heading="The bank">
                    <Bank folded />
                  </Sheet>
                </Panel>
              )}
            </div>
          )}
          {balance}
          {!wide && events}
        </div>
        {wide && (settings || events) && (
          <div className={styles.side}>
            {settings}
            {events}
          </div>
        )}
      </main>
      <Panel name="Caption">
        <Caption />
        <Announcer />
      </Panel>
    </div>
  )
}

/** A crash in one panel leaves the others as they are and offers a reset. */
function Panel({ name, children }: { name: string; children: ReactNode }) {
  const simulator = useSimulator()
  return (
    <ErrorBoundary name={name} onReset={() => simulator.reset()}>
      {children}
    </ErrorBoundary>
  )
}
