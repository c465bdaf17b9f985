import type { Settings } from '../sim/index.ts'
import { withSettings } from './rerun.ts'
import { Simulator } from './simulator.ts'

/**
 * The same presses and the same luck with some settings changed, beside a simulator: two runs, one playhead. What is
 * pressed on either side is pressed on both.
 */
export class Twin {
  readonly first: Simulator
  readonly second: Simulator
  readonly #leave: () => void

  /** @throws BadValueError, LimitError */
  constructor(first: Simulator, change: Partial<Settings>) {
    const changed = () => withSettings(first.state.session, change)
    this.first = first
    this.second = new Simulator({ session: changed(), lead: first, clock: first.clock })
    first.accompany(this.second)
    this.#leave = first.store.subscribe((now, before) => {
      if (now.session !== before.session) this.second.mirror(changed())
    })
  }

  /** The first goes on alone. */
  dispose(): void {
    this.#leave()
    this.first.accompany(null)
    this.second.dispose()
  }
}
