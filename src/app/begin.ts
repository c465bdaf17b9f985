import { parseAddress } from '../embed/address.ts'
import type { Page } from '../embed/page-knobs.ts'
import type { Settings } from '../sim/index.ts'
import { Simulator } from '../store/simulator.ts'
import { routeOf } from './route.ts'

export interface Beginning {
  readonly simulator: Simulator
  readonly page: Page
  /** Where the address names a run or a scenario: resolved once that is there, or once it is said why it is not. */
  readonly opened: Promise<void> | null
}

/** The simulator and the page an address asks for. Nothing in the address can keep it from beginning. */
export function beginAt({ search, hash }: { search: string; hash: string }): Beginning {
  const { settings, named, page, problems } = parseAddress(search)
  const { speed, clock, presenter } = page
  // A talk goes on when the one who gives it says so.
  const start = presenter === '1' ? 'paused' : page.start
  const simulator = new Simulator({ session: { settings, inputs: [] }, speed, clock, start })
  for (const notice of problems) simulator.notify('unsure', notice)
  if (routeOf(hash) === null)
    simulator.notify('unsure', `There is no page ${hash.slice(0, 40)} here. This is the simulator.`)
  const opened = page.run === '' && page.scenario === '' ? null : open(simulator, page, named)
  return { simulator, page, opened }
}

/** What reads runs and scenarios is fetched only for an address that has one. */
async function open(simulator: Simulator, page: Page, named: Partial<Settings>): Promise<void> {
  try {
    const { openLink } = await import('./open-link.ts')
    openLink(simulator, page, named)
  } catch {
    simulator.notify('unsure', 'What reads the run in this address could not be fetched: reload the page.')
  }
}
