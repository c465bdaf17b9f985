import type { Scenario } from '../gallery/scenarios.ts'
import type { Simulator } from '../store/simulator.ts'

/** How to take back what was last said of a scenario. */
const hushes = new WeakMap<Simulator, () => void>()

/** Takes back what was last said of a scenario. */
export function hushScenario(simulator: Simulator): void {
  hushes.get(simulator)?.()
}

/** Asks the scenario's question, and says what there was to notice once its run has been watched to the end. */
export function tellScenario(simulator: Simulator, { title, question, notice }: Scenario): void {
  hushScenario(simulator)
  const { session } = simulator.state
  const asked = `${title}. ${question}`
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
    if (now.session === session) simulator.notify('plain', seen)
  })
  hushes.set(simulator, () => {
    leave()
    drop()
  })
}
