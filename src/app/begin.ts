import { parseAddress } from '../embed/address.ts'
import type { Page } from '../embed/page-knobs.ts'
import { readRun } from '../embed/run-link.ts'
import { Simulator } from '../store/simulator.ts'

/** The simulator and the page an address asks for. Nothing in the address can keep it from beginning. */
export function beginAt({ search, hash }: { search: string; hash: string }): {
  simulator: Simulator
  page: Page
} {
  const { settings, page, problems } = parseAddress(search)
  const { speed, clock, start } = page
  const plain = () => new Simulator({ session: { settings, inputs: [] }, speed, clock, start })
  let simulator: Simulator | undefined
  const notices = [...problems]
  if (page.run !== '') {
    try {
      simulator = new Simulator({ ...readRun(page.run), speed, clock, start })
    } catch (error) {
      notices.push(
        `The run in this address cannot be shown: ${reasonOf(error)} Here is the simulator as it begins.`,
      )
    }
  }
  simulator ??= plain()
  if (!['', '#', '#/'].includes(hash))
    notices.push(`There is no page ${hash.slice(0, 40)} here. This is the simulator.`)
  for (const notice of notices) simulator.notify('unsure', notice)
  return { simulator, page }
}

function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  return /[.!?]$/.test(text) ? text : `${text}.`
}
