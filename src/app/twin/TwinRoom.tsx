import { lazy, Suspense, useEffect } from 'react'
import { formatChange, parseChange } from '../../embed/twin-change.ts'
import { changeInWords } from '../../narrate/change-words.ts'
import type { SettingName, Settings } from '../../sim/index.ts'
import { PayBar } from '../../stage/PayBar.tsx'
import { useSimulator, useSimulatorState } from '../../store/react.tsx'
import type { Twin } from '../../store/twin.ts'
import { Playback } from '../../timeline/Playback.tsx'
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
  const first = useSimulatorState(state => state.session.settings)
  const change = useChange(pageStore)
  const twin = useTwin(change)
  const setChange = (next: Partial<Settings>) => pageStore.setState({ twin: formatChange(next) })
  useEffect(() => {
    for (const problem of parseChange(pageStore.getState().twin).problems) simulator.notify('unsure', problem)
  }, [pageStore, simulator])
  return (
    <main className={styles.main}>
      <Notices undo={false} />
      <Notices undo />
      <div className={styles.intro}>
        <p className={styles.lead}>Same presses, same bad luck, one thing changed.</p>
        <Difference first={first} change={change} onChange={setChange} />
      </div>
      {twin && <Sides twin={twin} first={first} change={change} setChange={setChange} />}
    </main>
  )
}

interface SidesProps {
  twin: Twin
  first: Settings
  change: Partial<Settings>
  setChange: (change: Partial<Settings>) => void
}

function Sides({ twin, first, change, setChange }: SidesProps) {
  const layout = useLayout()
  const parting = usePartingSeen(twin)
  const changed = Object.keys(change) as SettingName[]
  const second = { ...first, ...change }
  const names = [first, second].map(settings =>
    changeInWords(Object.fromEntries(changed.map(name => [name, settings[name]]))),
  ) as [string, string]
  return (
    <>
      <PartingNote twin={twin} parting={parting} names={names} />
      <div className={styles.sides}>
        <Panel name="First side">
          <Side
            which="first"
            simulator={twin.first}
            names={changed}
            settings={first}
            onSet={settings => twin.first.rerun(settings)}
          />
        </Panel>
        <Panel name="Second side">
          <Side
            which="second"
            simulator={twin.second}
            names={changed}
            settings={second}
            onSet={settings => setChange({ ...change, ...settings })}
          />
        </Panel>
      </div>
      <div className={styles.controls}>
        <div className={styles.playback}>
          <Playback layout={layout} hideButtons={false} hideTimeline={false} />
        </div>
        <PayBar keys={false} />
      </div>
      <Panel name="Balance">
        <Suspense fallback={<Sheet heading="Balance" className={styles.chartWaits} />}>
          <TwinBalance
            beside={twin.second}
            partingMs={parting && !parting.inBooks ? parting.at : null}
            names={names}
          />
        </Suspense>
      </Panel>
    </>
  )
}
