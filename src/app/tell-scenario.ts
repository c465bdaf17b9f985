import type { Scenario } from '../gallery/scenarios.ts'
import type { Simulator } from '../store/simulator.ts'

/** Asks the scenario's question, and says what there was to notice once its run has been watched to the end. */
export function tellScenario(simulator: Simulator, { title, question, notice }: Scenario): void {
  const { session } = simulator.state
  const asked = `${title}. ${question}`
  simulator.notify('plain', asked)
  const drop = () => {
    const found = simulator.state.notices.find(({ text }) => text === asked)
    if (found) simulator.dismiss(found.id)
  }
  const leave = simulator.store.subscribe(now => {
    // With the first press of one's own it is another run.
    const isOver = now.status === 'idle' && simulator.playhead.atEnd
    if (now.session === session && !isOver) return
    leave()
    drop()
    if (now.session === session) simulator.notify('plain', `${title}. ${notice}`)
  })
}
