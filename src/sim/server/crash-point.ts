import type { OperationName } from './operation.ts'
import { operationOf, performedOf, type Work } from './worker.ts'

/** Where in its work a worker may die. */
export type CrashPoint = 'before-charge' | 'after-charge' | 'after-record' | 'after-answer-is-ready'

const CHARGES: readonly OperationName[] = ['ledger.charge', 'tx.charge']
/** What writes down for good that the key was seen. A claim or a lock is not for good. */
const RECORDS: readonly OperationName[] = ['store.set', 'store.save', 'db.insert', 'tx.commit']

/** Whether a worker's next operation is the charge. */
export function isAboutToCharge(work: Work): boolean {
  return CHARGES.includes(operationOf(work).name)
}

/** Whether the charge was the last thing a worker did. */
export function hasJustCharged(work: Work): boolean {
  const last = performedOf(work).at(-1)
  return last !== undefined && CHARGES.includes(last.name)
}

/** Whether a worker stands at a crash point. */
export function isAt(point: CrashPoint, work: Work): boolean {
  switch (point) {
    case 'before-charge':
      return isAboutToCharge(work)
    case 'after-charge':
      return hasJustCharged(work)
    case 'after-record': {
      const last = performedOf(work).at(-1)
      return last !== undefined && RECORDS.includes(last.name)
    }
    case 'after-answer-is-ready':
      return operationOf(work).name === 'answer'
  }
}
