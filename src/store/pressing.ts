import { LimitError } from '../sim/index.ts'
import type { Simulator } from './simulator.ts'

/** Runs a press; one that goes over a limit becomes a notice instead of an error. */
export function pressing(simulator: Simulator, press: () => void): void {
  try {
    press()
  } catch (error) {
    if (!(error instanceof LimitError)) throw error
    simulator.notify('unsure', error.message)
  }
}
