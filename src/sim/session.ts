import { LARGEST_AMOUNT, type Minor } from './ledger/money.ts'
import { LIMITS, LimitError } from './limits.ts'
import { isMessageId, type MessageId } from './network/message.ts'
import { BadValueError, checkSettings, DEFAULT_SETTINGS, type Settings } from './scenario.ts'
import type { WorldSettings } from './state.ts'

/** Something a person did, and when: `at` in whole virtual milliseconds. */
export type Input = { readonly at: number } & (
  | { readonly type: 'pay'; readonly amount?: Minor }
  | { readonly type: 'newPayment' }
  | { readonly type: 'dropMessage'; readonly message: MessageId }
  | { readonly type: 'configure'; readonly settings: Partial<WorldSettings> }
)

/** What was set, what was pressed, and when: everything a run follows from. */
export interface Session {
  readonly settings: Settings
  /** In order of time. */
  readonly inputs: readonly Input[]
}

/**
 * A session from plain JSON. Settings that are not named have their defaults; inputs are put in order of time.
 *
 * @throws BadValueError naming argument, value and range; LimitError
 */
export function checkSession(value: unknown): Session {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new BadValueError('session', value, '{ settings?, inputs? }')
  }
  refuseOthers(value, ['settings', 'inputs'], 'session')
  const { settings = {}, inputs = [] } = value as Record<string, unknown>
  if (!Array.isArray(inputs)) throw new BadValueError('inputs', inputs, 'an array of inputs')
  checkInputCount(inputs.length)
  const checked = inputs.map((input, index) => checkInput(input, `inputs[${index}]`))
  return {
    settings: { ...DEFAULT_SETTINGS, ...checkSettings(settings) },
    inputs: checked.sort((a, b) => a.at - b.at),
  }
}

/** @throws LimitError when a session cannot hold so many inputs */
export function checkInputCount(count: number): void {
  if (count > LIMITS.inputs) throw new LimitError('inputs', `A session cannot hold ${count} inputs`)
}

/** @throws BadValueError naming argument, value and range; LimitError for an input after the last allowed time */
export function checkInput(value: unknown, argument = 'input'): Input {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new BadValueError(argument, value, 'an input')
  }
  refuseOthers(value, ['at', 'type', 'amount', 'message', 'settings'], argument)
  const { at, type, amount, message, settings } = value as Record<string, unknown>
  if (typeof at !== 'number' || !Number.isInteger(at) || at < 0) {
    throw new BadValueError(`${argument}.at`, at, 'a whole number of milliseconds from 0')
  }
  if (at > LIMITS.inputAtMs) throw new LimitError('inputAtMs', `An input cannot come at ${at} ms`)
  switch (type) {
    case 'pay':
      return amount === undefined
        ? { at, type }
        : { at, type, amount: checkAmount(amount, `${argument}.amount`) }
    case 'newPayment':
      return { at, type }
    case 'dropMessage':
      return { at, type, message: checkMessageId(message, `${argument}.message`) }
    case 'configure':
      return { at, type, settings: checkChange(settings, `${argument}.settings`) }
    default:
      throw new BadValueError(`${argument}.type`, type, 'one of pay, newPayment, dropMessage, configure')
  }
}

/** @throws BadValueError */
export function checkAmount(value: unknown, argument: string): Minor {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= LARGEST_AMOUNT)
    return value
  throw new BadValueError(argument, value, `a whole number of minor units from 1 to ${LARGEST_AMOUNT}`)
}

/** @throws BadValueError */
export function checkMessageId(value: unknown, argument: string): MessageId {
  if (isMessageId(value)) return value
  throw new BadValueError(argument, value, 'a message id such as p1.a1.request or p1.a2.response')
}

/** Settings as an input may change them. @throws BadValueError */
export function checkChange(value: unknown, argument: string): Partial<WorldSettings> {
  const { seed, ...rest } = checkSettings(value, argument)
  if (seed === undefined) return rest
  throw new BadValueError(`${argument}.seed`, seed, 'left out: the seed holds for a whole session')
}

/** A misspelt name would otherwise be passed over in silence. @throws BadValueError for a name that is none of these */
export function refuseOthers(value: object, names: readonly string[], argument: string): void {
  for (const [name, given] of Object.entries(value)) {
    if (!names.includes(name))
      throw new BadValueError(`${argument}.${name}`, given, `left out: there are ${names.join(', ')}`)
  }
}
