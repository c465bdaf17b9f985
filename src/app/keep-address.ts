import { serializeAddress } from '../embed/address.ts'
import { writeRun } from '../embed/run-link.ts'
import type { Simulator } from '../store/simulator.ts'
import type { PageStore } from './page-store.ts'

/** Browsers refuse more than a few hundred changes of the address a minute; a dragged slider makes more. */
const SETTLE_MS = 300

/**
 * Keeps the address bar at what is set, so that a reload or a copied address shows the same settings. A run in the
 * address goes with the first change: it would no longer be true.
 */
export function keepAddress(simulator: Simulator, pageStore: PageStore): { permalink: () => string } {
  let timer: ReturnType<typeof setTimeout> | undefined
  const run = pageStore.getState().run
  let written = addressOf(simulator, pageStore)
  // Until the first change the run stands in the address, also where it differs from nothing else.
  if (run !== '') written = ''
  const write = () => {
    const query = addressOf(simulator, pageStore)
    if (query === written) return
    written = query
    try {
      window.history.replaceState(window.history.state, '', `?${query}${window.location.hash}`)
    } catch {
      // A frame without a proper address, or too many changes: the permalink still tells it.
    }
  }
  const settle = () => {
    clearTimeout(timer)
    timer = setTimeout(write, SETTLE_MS)
  }
  simulator.store.subscribe((now, before) => {
    const changed =
      now.session !== before.session ||
      now.speed !== before.speed ||
      now.frame.state.settings !== before.frame.state.settings
    if (changed) settle()
  })
  pageStore.subscribe(settle)
  return { permalink: () => permalinkOf(simulator, pageStore) }
}

function addressOf(simulator: Simulator, pageStore: PageStore): string {
  const page = { ...pageStore.getState(), speed: simulator.state.speed, run: '' }
  return serializeAddress({ settings: simulator.settings, page })
}

/** The address that reproduces settings, inputs and playhead. While there is more to come it opens paused, at this moment. */
function permalinkOf(simulator: Simulator, pageStore: PageStore): string {
  const { session } = simulator.state
  const atMs = Math.floor(simulator.playhead.timeMs)
  const start = simulator.playhead.atEnd ? pageStore.getState().start : 'paused'
  const page = {
    ...pageStore.getState(),
    start,
    speed: simulator.state.speed,
    run: writeRun({ session, atMs }),
  }
  const address = new URL(window.location.href)
  address.search = serializeAddress({ settings: session.settings, page })
  address.hash = ''
  return address.href
}
