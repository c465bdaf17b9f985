import type { Page } from '../embed/page-knobs.ts'
import { readRun } from '../embed/run-link.ts'
import type { Simulator } from '../store/simulator.ts'
import { outcomeOf } from './outcome.ts'

/** Opens the run or the scenario that an address names, or says why it cannot. */
export function openLink(simulator: Simulator, page: Page, _search: string): void {
  if (page.run !== '') openRun(simulator, page.run)
}

function openRun(simulator: Simulator, text: string): void {
  try {
    const { session, atMs, outcome } = readRun(text)
    simulator.open(session, atMs)
    if (outcome !== null && outcome !== outcomeOf(simulator)) simulator.notify('unsure', ENDS_OTHERWISE)
  } catch (error) {
    const reason = `The run in this address cannot be shown: ${reasonOf(error)}`
    simulator.notify('unsure', `${reason} Here is the simulator as it begins.`)
  }
}

const ENDS_OTHERWISE =
  'This run ends differently here than where its link was made: another version of the simulator made it, or the link was changed.'

function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  return /[.!?]$/.test(text) ? text : `${text}.`
}
