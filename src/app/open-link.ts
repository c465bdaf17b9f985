import type { Page } from '../embed/page-knobs.ts'
import { readRun } from '../embed/run-link.ts'
import { SCENARIOS } from '../gallery/scenarios.ts'
import { sessionOf } from '../gallery/session-of.ts'
import type { Settings } from '../sim/index.ts'
import { withSettings } from '../store/rerun.ts'
import type { Simulator } from '../store/simulator.ts'
import { checksumOf } from './checksum.ts'
import { tellScenario } from './tell-scenario.ts'

/**
 * Opens the run or the scenario that an address names, or says why it cannot. A run goes before a scenario, which then
 * only has its question asked.
 *
 * @param named the settings that the address names beside it: they change a scenario
 */
export function openLink(simulator: Simulator, page: Page, named: Partial<Settings>): void {
  const scenario = SCENARIOS.find(({ id }) => id === page.scenario)
  const opened = page.run !== '' && openRun(simulator, page.run, scenario === undefined)
  if (page.scenario !== '' && !scenario) simulator.notify('unsure', noSuchScenario(page.scenario))
  if (!scenario) return
  if (!opened) simulator.open(withSettings(sessionOf(scenario), named), 0)
  tellScenario(simulator, scenario)
}

/** Whether the run could be opened. */
function openRun(simulator: Simulator, text: string, alone: boolean): boolean {
  try {
    const { session, atMs, outcome } = readRun(text)
    simulator.open(session, atMs)
    if (outcome !== null && outcome !== checksumOf(simulator.state.trace)) sayItEndsOtherwise(simulator)
    return true
  } catch (error) {
    const reason = `The run in this address cannot be shown: ${reasonOf(error)}`
    simulator.notify('unsure', `${reason} Here is the ${alone ? 'simulator as it begins' : 'scenario'}.`)
    return false
  }
}

/** Said as long as that run stands. */
function sayItEndsOtherwise(simulator: Simulator): void {
  const { session } = simulator.state
  simulator.notify('unsure', ENDS_OTHERWISE)
  const leave = simulator.store.subscribe(now => {
    if (now.session === session) return
    leave()
    const said = simulator.state.notices.find(({ text }) => text === ENDS_OTHERWISE)
    if (said) simulator.dismiss(said.id)
  })
}

const ENDS_OTHERWISE =
  'This run ends differently here than where its link was made: another version of the simulator made it, or the link was changed.'

function noSuchScenario(id: string): string {
  const shown = id.length > 40 ? `${id.slice(0, 39)}…` : id
  return `The address says scenario=${shown}, but there is no such scenario. Here is the simulator as it begins.`
}

function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  return /[.!?]$/.test(text) ? text : `${text}.`
}
