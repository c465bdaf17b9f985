import { lazy, type RefObject, Suspense, useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { usePlayhead, useSimulator, useSimulatorState } from '../store/react.tsx'
import { waitsForPlay } from '../store/selectors.ts'
import { LockedParts } from '../ui/Locked.tsx'
import { later } from '../ui/later.tsx'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import { Announcer } from './Announcer.tsx'
import { Caption } from './Caption.tsx'
import { Header } from './Header.tsx'
import type { Permalink } from './keep-address.ts'
import { Panel } from './Panel.tsx'
import type { PageStore } from './page-store.ts'
import { Room } from './Room.tsx'
import { type Route, useRoute } from './route.ts'
import styles from './Shell.module.css'
import { useLayout } from './use-layout.ts'

const TwinRoom = lazy(() => import('./twin/TwinRoom.tsx').then(module => ({ default: module.TwinRoom })))

const Scenarios = lazy(() => import('./Scenarios.tsx').then(module => ({ default: module.Scenarios })))

const Foot = later(() => import('./Foot.tsx').then(module => module.Foot))

const EmbedBuilder = lazy(() =>
  import('./EmbedBuilder.tsx').then(module => ({ default: module.EmbedBuilder })),
)

const Presenter = lazy(() => import('./Presenter.tsx').then(module => ({ default: module.Presenter })))

const Learn = lazy(() => import('./Learn.tsx').then(module => ({ default: module.Learn })))

const PAGES = { room: Room, twin: TwinRoom, scenarios: Scenarios, embed: EmbedBuilder, learn: Learn }

/** What every page has: the root that scripts wait on, the header, captions and the announcer. */
export function Shell({ pageStore, permalink }: { pageStore: PageStore; permalink: Permalink }) {
  const route = useRoute()
  const { hide, lock, embed, links, presenter } = useStore(pageStore)
  const presents = presenter === '1' && (route === 'room' || route === 'twin')
  const hasHeader = !presents && embed === '0' && !hide.includes('header')
  const layout = useLayout(presents || embed === '1' || route === 'learn')
  const seed = useSimulatorState(state => state.session.settings.seed)
  const status = useSimulatorState(state => state.status)
  const canPlay = useSimulator().clock === 'auto' && !hide.includes('playback') && !lock.includes('playback')
  const waits = useSimulatorState(waitsForPlay) && canPlay && !presents
  const root = useRef<HTMLDivElement>(null)
  usePlayhead(timeMs => {
    // Scripts wait on it; it changes far too often for React.
    root.current?.setAttribute('data-time-ms', String(Math.floor(timeMs)))
  })
  useEffect(() => {
    document.documentElement.dataset.layout = layout
  }, [layout])
  useArrival(route, root)
  // A talk fills what height there is, and has none to tell the page around it.
  const PageOfRoute = presents ? Presenter : PAGES[route]
  return (
    <div
      ref={root}
      tabIndex={-1}
      className={styles.shell}
      data-testid="simulator"
      data-status={status}
      data-seed={seed}
      data-layout={layout}
      data-route={route}
      data-embedded={embed === '1' || undefined}
      data-waits={waits || undefined}
    >
      <LockedParts names={lock}>
        {hasHeader && (
          <Panel name="Header" part="header">
            <Header permalink={permalink} />
          </Panel>
        )}
        <main>
          {!hasHeader && !presents && <VisuallyHidden as="h1">Double Charge Simulator</VisuallyHidden>}
          <Panel name="Page">
            <Suspense fallback={presents ? null : <div className={styles.waits} />}>
              <PageOfRoute pageStore={pageStore} permalink={permalink} />
            </Suspense>
          </Panel>
        </main>
        {embed === '1' && links === 'on' && !presents && <Foot permalink={permalink} />}
        <Panel name="Caption">
          {!presents && <Caption />}
          <Announcer key={String(presents)} talk={presents} />
        </Panel>
      </LockedParts>
    </div>
  )
}

const TITLE = 'Double Charge Simulator'
const TITLES = {
  room: TITLE,
  twin: `Twin · ${TITLE}`,
  scenarios: `Scenarios · ${TITLE}`,
  embed: `Embed · ${TITLE}`,
  learn: `Learn · ${TITLE}`,
}

/** A page that one goes to begins at its top, also for the keyboard, and says its name. The first one takes no focus. */
function useArrival(route: Route, root: RefObject<HTMLElement | null>) {
  const simulator = useSimulator()
  const shown = useRef(route)
  useEffect(() => {
    document.title = TITLES[route]
    if (shown.current === route) return
    shown.current = route
    root.current?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
    simulator.announce(TITLES[route])
  }, [route, root, simulator])
}
