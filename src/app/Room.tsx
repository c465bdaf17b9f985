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
import { type Layout, useLayout, useRoomBeside } from './use-layout.ts'

const EventList = later(() => import('../timeline/EventList.tsx').then(module => module.EventList))
const PageControls = later(() => import('./PageControls.tsx').then(module => module.PageControls))
const Closer = later(() => import('./Closer.tsx').then(module => module.Closer))

const BalancePanel = lazy(() =>
  import('../charts/BalancePanel.tsx').then(module => ({ default: module.BalancePanel })),
)

/**
 * The main room. Wide: phone, wires and bank, with settings and events beside them where there is room, else below.
 * Compact: one column, and a bar with Pay.
 */
export function Room({ pageStore, permalink }: { pageStore: PageStore; permalink: Permalink }) {
  const { hide, embed } = useStore(pageStore)
  const embedded = embed === '1'
  const layout = useLayout(embedded)
  const beside = useRoomBeside()
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
  const pay = !(wide && shown('stage')) && (
    <Panel name="Pay">
      <PayBar
        inCard={embedded && (shown('stage') || shown('playback') || shown('timeline'))}
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
  )
  return (
    <div className={styles.main} data-side={(beside && Boolean(settings || events)) || undefined}>
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
        {/* A frame has no edge to fix Pay to, and may be short: there it comes before the playback. */}
        <StageAndPlayback shown={shown} layout={layout}>
          {embedded && pay}
        </StageAndPlayback>
        {!embedded && pay}
        {!beside && <Pair left={settings} right={wide ? events : shown('stage') && <BankPanel />} />}
        {balance}
        {!wide && events}
      </div>
      {beside && (settings || events) && (
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
  layout: Layout
  /** What stands between the two. */
  children: ReactNode
}

function StageAndPlayback({ shown, layout, children }: StageAndPlaybackProps) {
  if (!shown('stage') && !shown('playback') && !shown('timeline')) return children
  return (
    <div className={styles.room}>
      {shown('stage') && (
        <Panel name="Stage" part="stage">
          <Stage layout={layout} />
        </Panel>
      )}
      {children}
      <Panel name="Playback">
        <Playback layout={layout} hideButtons={!shown('playback')} hideTimeline={!shown('timeline')} />
      </Panel>
    </div>
  )
}

/** Two panels below the stage, beside each other where there is room. */
function Pair({ left, right }: { left: ReactNode; right: ReactNode }) {
  if (!left && !right) return null
  return (
    <div className={styles.pair}>
      {left}
      {right}
    </div>
  )
}

/** What the bank has, where the stage has no room for it. */
function BankPanel() {
  return (
    <Panel name="Bank" part="stage">
      <Sheet heading="The bank">
        <Bank folded />
      </Sheet>
    </Panel>
  )
}
