import { seconds } from '../../narrate/words.ts'
import { balanceOf, chargesOf } from '../../sim/index.ts'
import { useSimulator } from '../../store/react.tsx'
import { BALANCE, CHARGES, type Experiment } from '../predict/experiment.ts'
import { Predict } from '../predict/Predict.tsx'
import { sessionOf } from '../run.ts'
import { useLabSession, useWatched } from '../world/use-lab-session.ts'
import { World } from '../world/World.tsx'
import { runs } from './runs.ts'

const BLIND_RETRY: Experiment = { id: 'networks.blind-retry', title: 'Press again', asks: [CHARGES, BALANCE] }

export function Lab() {
  const simulator = useSimulator()
  useLabSession(runs['blind-retry'])
  const trace = useWatched()
  const state = trace?.steps.at(-1)?.state
  return (
    <>
      <Predict
        experiment={BLIND_RETRY}
        happened={
          state ? { charges: String(chargesOf(state.ledger, 1)), balance: String(balanceOf(state)) } : null
        }
        run="Press Pay twice"
        onRun={() => {
          simulator.load(sessionOf(runs['blind-retry']))
        }}
        explanation={<p>{seconds(trace?.endMs ?? 0)}</p>}
      />
      <World />
    </>
  )
}
