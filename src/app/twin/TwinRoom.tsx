import { lazy, Suspense, useEffect } from 'react'
import { useStore } from 'zustand'
import type { Hideable } from '../../embed/page-knobs.ts'
import { formatChange, parseChange } from '../../embed/twin-change.ts'
import { changeInWords } from '../../narrate/change-words.ts'
import type { SettingName, Settings } from '../../sim/index.ts'
import { PayBar } from '../../stage/PayBar.tsx'
import { useSimulator, useSimulatorState } from '../../store/react.tsx'
import type { Twin } from '../../store/twin.ts'
import { Playback } from '../../timeline/Playback.tsx'
import { LockablePart } from '../../ui/Locked.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { Notices } from '../Notices.tsx'
import { Panel } from '../Panel.tsx'
import type { PageStore } from '../page-store.ts'
import { useLayout } from '../use-layout.ts'
import { Difference } from './Difference.tsx'
import { PartingNote, usePartingSeen } from './PartingNote.tsx'
import { Side } from './Side.tsx'
import styles from './TwinRoom.module.css'
import { useChange, useTwin } from './use-twin.ts'

const TwinBalance = lazy(() =>
  import('../../charts/TwinBalance.tsx').then(module => ({ default: module.TwinBalance })),
)

/** The same presses and the same bad luck twice, with one thing changed: stage beside stage, one playhead, one chart. */
export function TwinRoom({ pageStore }: { pageStore: PageStore }) {
  const simulator = useSimulator()
  const { hide, embed, presenter } = useStore(pageStore)
  const first = useSimulatorState(state => state.session.settings)
  const change = useChange(pageStore)
  const twin = useTwin(change)
  const setChange = (next: Partial<Settings>) => pageStore.setState({ twin: formatChange(next) })
  useEffect(() => {
    for (const problem of parseChange(pageStore.getState().twin).problems) simulator.notify('unsure', problem)
  }, [pageStore, simulator])
  return (
    <div className={styles.main}>
      <Notices undo={false} />
      <Notices undo />
      <div className={styles.intro}>
        <h2 className={styles.lead}>{Object.hasOwn(change, 'seed') ? LEAD_OTHER_LUCK : LEAD}</h2>
        {!hide.includes('settings') && (
          <LockablePart name="settings">
            <Difference first={first} change={change} onChange={setChange} />
          </LockablePart>
        )}
      </div>
      {twin && (
        <Sides
          twin={twin}
          first={first}
          change={change}
          setChange={setChange}
          hide={hide}
          embedded={embed === '1'}
          presents={presenter === '1'}
        />
      )}
    </div>
  )
}

const LEAD = 'Same presses, same bad luck, one thing changed.'
const LEAD_OTHER_LUCK = 'Same presses, other luck.'

interface SidesProps {
  twin: Twin
  first: Settings
  change: Partial<Settings>
  setChange: (change: Partial<Settings>) => void
  hide: readonly Hideable[]
  embedded: boolean
  presents: boolean
}

function Sides({ twin, first, change, setChange, hide, embedded, presents }: SidesProps) {
  const shown = (part: Hideable) => !hide.includes(part)
  const layout = useLayout(embedded)
  const { parting, inStep } = usePartingSeen(twin)
  const changed = Object.keys(change) as SettingName[]
  const second = { ...first, ...change }
  const names = [first, second].map(settings =>
    changeInWords(Object.fromEntries(changed.map(name => [name, settings[name]]))),
  ) as [string, string]
  const controls = (
    <div className={styles.controls}>
      <div className={styles.playback}>
        <Playback layout={layout} hideButtons={!shown('playback')} hideTimeline={!shown('timeline')} />
      </div>
      <PayBar keys={false} />
    </div>
  )
  return (
    <>
      {/* A frame may be short, and has no edge to fix Pay to: there it comes first. */}
      {embedded && controls}
      <PartingNote twin={twin} parting={parting} inStep={inStep} names={names} />
      <div className={styles.sides}>
        <Panel name="First side">
          <Side
            which="first"
            simulator={twin.first}
            names={changed}
            hide={hide}
            presents={presents}
            settings={first}
            onSet={settings => twin.first.rerun(settings)}
          />
        </Panel>
        <Panel name="Second side">
          <Side
            which="second"
            simulator={twin.second}
            names={changed}
            hide={hide}
            presents={presents}
            settings={second}
            onSet={settings => setChange({ ...change, ...settings })}
          />
        </Panel>
      </div>
      {!embedded && controls}
      {shown('balance') && (
        <Panel name="Balance" part="balance">
          <Suspense fallback={<Sheet heading="Balance" className={styles.chartWaits} />}>
            <TwinBalance
              beside={twin.second}
              partingMs={parting && !parting.inBooks ? parting.at : null}
              names={names}
            />
          </Suspense>
        </Panel>
      )}
    </>
  )
}
