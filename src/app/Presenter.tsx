import { lazy, useEffect, useLayoutEffect, useState } from 'react'
import { useStore } from 'zustand'
import { Bar } from '../presenter/Bar.tsx'
import { Blank } from '../presenter/Blank.tsx'
import { TitleCard } from '../presenter/TitleCard.tsx'
import { usePresenting } from '../presenter/use-presenting.ts'
import { type Talk, useTalk } from '../presenter/use-talk.ts'
import { useSimulator } from '../store/react.tsx'
import { Playback } from '../timeline/Playback.tsx'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import { chaptersFor, TALK } from './chapters.ts'
import { Hall } from './Hall.tsx'
import { Notices } from './Notices.tsx'
import styles from './Presenter.module.css'
import type { PageStore } from './page-store.ts'
import { rememberChapter, rememberedChapter } from './remembered-chapter.ts'
import { useRoute } from './route.ts'
import { hushScenario } from './tell-scenario.ts'

const TwinRoom = lazy(() => import('./twin/TwinRoom.tsx').then(module => ({ default: module.TwinRoom })))

/** Presenter mode: a talk in large type, told from one telling moment to the next. Another page is another talk. */
export function Presenter({ pageStore }: { pageStore: PageStore }) {
  const route = useRoute()
  return <Presentation key={route} pageStore={pageStore} isTwin={route === 'twin'} />
}

function Presentation({ pageStore, isTwin }: { pageStore: PageStore; isTwin: boolean }) {
  const talk = useTalkOfAddress(pageStore, isTwin)
  const hide = useStore(pageStore, page => page.hide)
  const side = talk.stops[talk.stop]?.side
  useEffect(() => {
    // On a narrow screen the sides stand above one another.
    if (side) document.querySelector(`[data-testid="twin-${side}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [side])
  const { blank, setBlank, ...bar } = usePresenting(talk)
  return (
    <div className={styles.screen} data-presenter="">
      <div className={styles.hall} inert={blank !== null}>
        <header>
          <VisuallyHidden as="h1">Double Charge Simulator</VisuallyHidden>
        </header>
        <div className={styles.scene}>
          {talk.isOnCard ? (
            <>
              <div className={styles.notices}>
                <Notices undo={false} />
              </div>
              <TitleCard {...talk} />
            </>
          ) : isTwin ? (
            <TwinRoom pageStore={pageStore} />
          ) : (
            <Hall hide={hide} />
          )}
        </div>
        <section
          aria-label="Caption"
          className={styles.caption}
          data-empty={talk.caption === '' || undefined}
        >
          <p>{talk.caption}</p>
        </section>
        <Bar talk={talk} {...bar} onBlank={() => setBlank('black')} onLeave={() => leave(pageStore)}>
          {!isTwin && !hide.includes('timeline') && (
            <Playback layout="wide" hideButtons hideTimeline={false} />
          )}
        </Bar>
      </div>
      {blank && <Blank colour={blank} onEnd={() => setBlank(null)} />}
    </div>
  )
}

/** The talk that the address asks for, from the chapter on that one was at before a reload. */
function useTalkOfAddress(pageStore: PageStore, isTwin: boolean): Talk {
  const simulator = useSimulator()
  const [chapters] = useState(() => chaptersFor(pageStore.getState(), simulator.state.session, isTwin))
  const [begin] = useState(() => (chapters === TALK ? rememberedChapter(TALK.length) : 0))
  const talk = useTalk(chapters, begin)
  // The title card asks the scenario's question, and its last stop says what there was to notice.
  useLayoutEffect(() => hushScenario(simulator), [simulator])
  useEffect(() => {
    if (chapters === TALK) rememberChapter(talk.number)
  }, [chapters, talk.number])
  return talk
}

/** Back to the room, with the run as it stands. The bar takes its focus with it; the page takes that over. */
function leave(pageStore: PageStore) {
  pageStore.setState({ presenter: '0' })
  document.querySelector<HTMLElement>('[data-testid="simulator"]')?.focus({ preventScroll: true })
}
