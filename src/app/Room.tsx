import { lazy, type ReactNode, Suspense } from 'react'
import { flushSync } from 'react-dom'
import { useStore } from 'zustand'
import { KeysSwitch } from '../controls/KeysSwitch.tsx'
import { Settings } from '../controls/Settings.tsx'
import { Bank } from '../stage/Bank.tsx'
import { PayBar } from '../stage/PayBar.tsx'
import { Stage } from '../stage/Stage.tsx'
import { Verdict } from '../stage/Verdict.tsx'
import { Playback } from '../timeline/Playback.tsx'
import { LockablePart } from '../ui/Locked.tsx'
import { later } from '../ui/later.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { CLOSER_ID } from './closer-id.ts'
import type { Permalink } from './keep-address.ts'
import { Notices } from './Notices.tsx'
import { Panel } from './Panel.tsx'
import type { PageStore } from './page-store.ts'
import styles from './Room.module.css'
import { useLayout } from './use-layout.ts'

const EventList = later(() => import('../timeline/EventList.tsx').then(module => module.EventList))
const PageControls = later(() => import('./PageControls.tsx').then(module => module.PageControls))
const Closer = later(() => import('./Closer.tsx').then(module => module.Closer))

const BalancePanel = lazy(() =>
  import('../charts/BalancePanel.tsx').then(module => ({ default: module.BalancePanel })),
)

/** The main room. Wide: settings and events beside stage and chart. Compact: one column, and a bar with Pay. */
export function Room({ pageStore, permalink }: { pageStore: PageStore; permalink: Permalink }) {
  const layout = useLayout()
  const hide = useStore(pageStore, page => page.hide)
  const shown = (part: (typeof hide)[number]) => !hide.includes(part)
  const wide = layout === 'wide'
  const settings = shown('settings') && (
    <Panel name="Settings" part="settings">
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
    <Panel name="Balance" part="balance">
      <Suspense fallback={<Sheet heading="Balance" className={styles.balanceWaits} />}>
        <BalancePanel />
      </Suspense>
    </Panel>
  )
  const events = shown('events') && (
    <Panel name="Events" part="events">
      <EventList />
    </Panel>
  )
  return (
    <div className={styles.main} data-side={(wide && Boolean(settings || events)) || undefined}>
      <div className={styles.play}>
        <Notices undo={false} />
        <Notices undo />
        {shown('verdict') && (
          <div className={styles.verdict}>
            <Panel name="Verdict" part="verdict">
              <Verdict onExplain={shown('closer') ? () => openExplain(pageStore) : undefined} />
            </Panel>
          </div>
        )}
        <StageAndPlayback shown={shown} layout={layout} />
        {!(wide && shown('stage')) && (
          <Panel name="Pay">
            <PayBar
              keys={
                shown('keys') &&
                !wide && (
                  <LockablePart name="settings">
                    <KeysSwitch compact />
                  </LockablePart>
                )
              }
            />
          </Panel>
        )}
        {!wide && <Pair settings={settings} withBank={shown('stage')} />}
        {balance}
        {!wide && events}
      </div>
      {wide && (settings || events) && (
        <div className={styles.side}>
          {settings}
          {events}
        </div>
      )}
      {shown('closer') && (
        <LockablePart name="closer">
          <Closer pageStore={pageStore} permalink={permalink} />
        </LockablePart>
      )}
    </div>
  )
}

/** Opens the panel that explains, and goes to it: it lies below what one sees. */
function openExplain(pageStore: PageStore) {
  flushSync(() => pageStore.setState({ open: 'explain' }))
  const panel = document.getElementById(CLOSER_ID)
  panel?.focus({ preventScroll: true })
  panel?.scrollIntoView({ block: 'start' })
}

interface StageAndPlaybackProps {
  shown: (part: 'stage' | 'playback' | 'timeline') => boolean
  layout: 'wide' | 'compact'
}

function StageAndPlayback({ shown, layout }: StageAndPlaybackProps) {
  if (!shown('stage') && !shown('playback') && !shown('timeline')) return null
  return (
    <div className={styles.room}>
      {shown('stage') && (
        <Panel name="Stage" part="stage">
          <Stage layout={layout} />
        </Panel>
      )}
      <Panel name="Playback">
        <Playback layout={layout} hideButtons={!shown('playback')} hideTimeline={!shown('timeline')} />
      </Panel>
    </div>
  )
}

/** On a small screen the settings and what the bank has stand beside each other where there is room. */
function Pair({ settings, withBank }: { settings: ReactNode; withBank: boolean }) {
  if (!settings && !withBank) return null
  return (
    <div className={styles.pair}>
      {settings}
      {withBank && (
        <Panel name="Bank" part="stage">
          <Sheet heading="The bank">
            <Bank folded />
          </Sheet>
        </Panel>
      )}
    </div>
  )
}
