import type { Handling } from '../sql/handling.ts'
import { answerConflict } from './handlers/answer-conflict.ts'
import answerConflictText from './handlers/answer-conflict.ts?raw'
import { catchViolation } from './handlers/catch-violation.ts'
import catchViolationText from './handlers/catch-violation.ts?raw'
import { lookFirst } from './handlers/look-first.ts'
import lookFirstText from './handlers/look-first.ts?raw'
import { onConflict } from './handlers/on-conflict.ts'
import onConflictText from './handlers/on-conflict.ts?raw'
import type { Payment } from './payment.ts'

export type HandlerId = 'catch' | 'conflict' | 'ignore' | 'look'

/** A way to write the app: what runs is what is shown. */
interface Handler {
  readonly label: string
  readonly handle: (payment: Payment) => Handling
  readonly text: string
}

/** The function without its imports, its description and its types. */
const shown = (source: string) =>
  source
    .slice(source.indexOf('function*'))
    .replace(/: Payment\): Handling/, ')')
    .trimEnd()

export const HANDLERS: Readonly<Record<HandlerId, Handler>> = {
  catch: { label: 'Catch it: success', handle: catchViolation, text: shown(catchViolationText) },
  conflict: { label: 'Catch it: 409', handle: answerConflict, text: shown(answerConflictText) },
  ignore: { label: 'ON CONFLICT DO NOTHING', handle: onConflict, text: shown(onConflictText) },
  look: { label: 'SELECT, then INSERT', handle: lookFirst, text: shown(lookFirstText) },
}

export const HANDLER_IDS = Object.keys(HANDLERS) as HandlerId[]
