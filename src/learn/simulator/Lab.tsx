import { lazy, Suspense, useState } from 'react'
import { KeysSwitch } from '../../controls/KeysSwitch.tsx'
import { balanceOf, chargesOf, type Trace } from '../../sim/index.ts'
import { useSimulator } from '../../store/react.tsx'
import { LockablePart } from '../../ui/Locked.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { useMediaQuery } from '../../ui/useMediaQuery.ts'
import { usePlace } from '../place.ts'
import { BALANCE, CHARGES, type Experiment } from '../predict/experiment.ts'
import { Predict } from '../predict/Predict.tsx'
import type { Answers } from '../progress/progress.ts'
import { sessionOf } from '../run.ts'
import { Decided } from '../world/Decided.tsx'
import { useLabSession, useWatched } from '../world/use-lab-session.ts'
import { World } from '../world/World.tsx'
import { Challenges } from './Challenges.tsx'
import { endOf } from './ended.ts'
import { Goal } from './Goal.tsx'
import styles from './Lab.module.css'
import { LabSettings } from './LabSettings.tsx'
import { runs } from './runs.ts'
import { TwoRuns } from './TwoRuns.tsx'

const BalancePanel = lazy(() =>
  import('../../charts/BalancePanel.tsx').then(module => ({ default: module.BalancePanel })),
)

const THREE_PRESSES: Experiment = {
  id: 'simulator.three-presses',
  title: 'No keys, half of all answers lost: three presses, each after a timeout; the third answer arrives',
  asks: [CHARGES, BALANCE],
}

/** The article's scenario, half of all answers lost and no keys yet; or what the address has set. */
function useOpening(): void {
  const simulator = useSimulator()
  const { opened } = usePlace()
  const [opening] = useState(() => {
    const { history, session } = simulator.state
    // What was set since the page was opened was set for something else.
    const isAsOpened = opened && history.past.length === 0 && session.inputs.length === 0
    return { settings: isAsOpened ? session.settings : {}, inputs: [] }
  })
  useLabSession(opening)
}

/** The main room's simulator with a goal, and with challenges that its checkers judge. */
export function Lab() {
  useOpening()
  const { hide } = usePlace()
  const isCompact = useMediaQuery('(max-width: 819.98px)')
  const simulator = useSimulator()
  const watched = useWatched()
  return (
    <>
      <Goal />
      <Predict
        experiment={THREE_PRESSES}
        happened={watched && look(watched)}
        run="Press Pay three times"
        onRun={() => simulator.load(sessionOf(runs['without-keys']))}
        explanation={watched && <Explanation trace={watched} />}
      />
      <World keys={!hide.includes('keys') && <KeysSwitch compact />} />
      {!hide.includes('settings') && (
        <LockablePart name="settings">
          <LabSettings hideKeys={isCompact || hide.includes('keys')} />
        </LockablePart>
      )}
      <div className={styles.pair}>
        <TwoRuns />
        {!hide.includes('balance') && (
          <Suspense fallback={<Sheet heading="Balance" className={styles.waits} />}>
            <BalancePanel />
          </Suspense>
        )}
      </div>
      <Challenges />
    </>
  )
}

/** The event that decided it: the second charge. */
function Explanation({ trace }: { trace: Trace }) {
  const again = trace.events.find(({ kind, data }) => kind === 'ledger.charged' && data?.number === 2)
  return (
    <>
      {again && <Decided event={again} />}
      <p>
        Each request reached the bank, and without a key the bank took each for a new payment: it charged at
        once, every time. That two answers were lost changed only what you knew.
      </p>
    </>
  )
}

/** What a run says of the questions. */
function look(trace: Trace): Answers {
  const state = endOf(trace)
  return { charges: String(chargesOf(state.ledger, 1)), balance: String(balanceOf(state)) }
}
