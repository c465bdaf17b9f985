import { serializeAddress } from '../embed/address.ts'
import { plainRun } from '../embed/plain-run.ts'
import type { Simulator } from '../store/simulator.ts'
import { fetchLater } from '../ui/later.tsx'
import { checksumOf } from './checksum.ts'
import type { PageStore } from './page-store.ts'
import { routeOf } from './route.ts'

/** Browsers refuse more than a few hundred changes of the address a minute; a dragged slider makes more. */
const SETTLE_MS = 300

/**
 * Keeps the address bar at what is set, so that a reload or a copied address shows the same. A run or a scenario stands in
 * it as long as the session is the one it names; with the first change of that it would no longer be true.
 */
export function keepAddress(simulator: Simulator, pageStore: PageStore): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let written = addressOf(simulator, pageStore)
  const write = () => {
    // What a lab sets is not what the reader has set.
    if (routeOf(window.location.hash) === 'learn') return
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
    if (now.session !== before.session) forget(pageStore)
    const changed =
      now.session !== before.session ||
      now.speed !== before.speed ||
      now.frame.state.settings !== before.frame.state.settings
    if (changed) settle()
  })
  pageStore.subscribe(settle)
  // An entry of the history that one goes back to has the address of then.
  window.addEventListener('popstate', () => {
    written = ''
    settle()
  })
}

function forget(pageStore: PageStore): void {
  const { run, scenario } = pageStore.getState()
  if (run + scenario !== '') pageStore.setState({ run: '', scenario: '' })
}

/** With a run or a scenario the settings are those it begins with; else those in force at the playhead. */
function addressOf(simulator: Simulator, pageStore: PageStore): string {
  const page = { ...pageStore.getState(), speed: simulator.state.speed }
  const whole = page.run + page.scenario !== ''
  return serializeAddress({ settings: whole ? simulator.state.session.settings : simulator.settings, page })
}

/** From where a link opens its run: from 0 ms, playing, or at the playhead. */
export type From = 'start' | 'now'

/** The address of a run; of a scene in a frame, `alone` gives that of the whole page. */
export type Permalink = (from?: From, alone?: 'alone') => string

/** What a frame leaves out or forbids is there on a page of its own. */
const ALONE = { embed: '0', hide: [], lock: [], links: 'on' } as const

let writeRun = plainRun
fetchLater(async () => {
  // What compresses a run is fetched after the first view; until then a link is only longer.
  writeRun = (await import('../embed/run-link.ts')).writeRun
})

/**
 * Makes the address that reproduces settings, inputs and playhead, on the page one is on. At the playhead, and while
 * there is more to come, it opens paused.
 */
export function permalinkTo(simulator: Simulator, pageStore: PageStore): Permalink {
  return (from = 'now', alone) => {
    const { session, speed } = simulator.state
    const { playhead } = simulator
    const page = pageStore.getState()
    const atMs = from === 'start' ? 0 : Math.floor(playhead.timeMs)
    const start = from === 'start' ? 'auto' : playhead.atEnd ? page.start : 'paused'
    const run = writeRun({ session, atMs, outcome: checksumOf(simulator.state.trace) })
    const address = new URL(window.location.href)
    address.search = serializeAddress({
      settings: session.settings,
      page: { ...page, ...(alone && ALONE), start, speed, run, scenario: '' },
    })
    if (!['twin', 'learn'].includes(routeOf(address.hash) ?? '')) address.hash = ''
    return address.href
  }
}
