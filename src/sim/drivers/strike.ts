import { hasJustCharged, isAboutToCharge, isAt } from '../server/crash-point.ts'
import { mayFail } from '../server/faults.ts'
import { OPERATION_MS } from '../server/operation.ts'
import { operationOf, type Work } from '../server/worker.ts'
import type { State } from '../state.ts'
import type { Plan } from './schedule.ts'

/** The faults that have struck already: `crash 1`, `pause 2`, … Each strikes a payment once. */
export type Struck = Set<string>

/** So long after it has come to its point a worker dies or falls asleep: one sees where it stood. Less than any operation takes. */
const STRIKE_MS = 40

/**
 * What befalls a worker instead of its next operation, by the settings; null for nothing. Each fault strikes a payment
 * once, the first worker that comes to the point, and that worker only.
 */
export function strike(state: State, worker: number, work: Work, struck: Struck): Plan[] | null {
  const { crash, pause, serverError } = state.settings
  const { payment } = work.message
  const once = (fault: string) => {
    const name = `${fault} ${payment}`
    if (struck.has(name)) return false
    struck.add(name)
    return true
  }
  if (crash !== 'none' && isAt(crash, work) && once('crash')) {
    return [{ kind: 'choice', afterMs: STRIKE_MS, choice: { kind: 'crash', worker } }]
  }
  if (pause > 0 && isAboutToCharge(work) && once('pause')) {
    return [{ kind: 'choice', afterMs: STRIKE_MS, choice: { kind: 'pause', worker } }]
  }
  if (serverError === 'after-charge' && hasJustCharged(work) && mayFail(work) && once('fail')) {
    const afterMs = OPERATION_MS[operationOf(work).name]
    return [
      { kind: 'choice', afterMs: 0, choice: { kind: 'fail', worker } },
      { kind: 'choice', afterMs, choice: { kind: 'step', worker } },
    ]
  }
  return null
}
