import type { Scenario } from '../gallery/scenarios.ts'
import { sessionOf } from '../gallery/session-of.ts'
import { runSession } from '../store/run-session.ts'
import type { Simulator } from '../store/simulator.ts'
import { checksumOf } from './checksum.ts'

/** How to take back what was last said of a scenario. */
const hushes = new WeakMap<Simulator, () => void>()

/** Takes back what was last said of a scenario. */
export function hushScenario(simulator: Simulator): void {
  hushes.get(simulator)?.()
}

/** Asks the scenario's question, and says what there was to notice once its run has been watched to the end. */
export function tellScenario(simulator: Simulator, scenario: Scenario): void {
  const { title, question, notice } = scenario
  const itsOwn = checksumOf(runSession(sessionOf(scenario)))
  hushScenario(simulator)
  const { session } = simulator.state
  const waits = simulator.state.status === 'paused' && simulator.clock === 'auto'
  const asked = `${title}. ${question}${waits ? ' Press Play.' : ''}`
  const seen = `${title}. ${notice}`
  simulator.notify('plain', asked)
  const drop = () => {
    for (const { id, text } of simulator.state.notices)
      if (text === asked || text === seen) simulator.dismiss(id)
  }
  const leave = simulator.store.subscribe(now => {
    // With the first press of one's own it is another run.
    const isOver = now.status === 'idle' && simulator.playhead.atEnd
    if (now.session === session && !isOver) return
    leave()
    drop()
    // Another run of the situation may end otherwise: nothing is said of it then.
    if (now.session !== session || checksumOf(now.trace) !== itsOwn) return
    simulator.notify('plain', seen)
    const goOn = simulator.store.subscribe(later => {
      if (later.session === session) return
      goOn()
      drop()
    })
  })
  hushes.set(simulator, () => {
    leave()
    drop()
  })
}
