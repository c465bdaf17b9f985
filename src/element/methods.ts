import type { DoubleCharge } from '../embed/api-types.ts'
import type { Command } from '../embed/host/messages.ts'

/** The methods of `window.doubleCharge`, each promising what it returns there. */
export type Methods = {
  readonly [Name in Command]: (
    ...args: Parameters<DoubleCharge[Name]>
  ) => Promise<Awaited<ReturnType<DoubleCharge[Name]>>>
}

/** A record, so that the compiler misses none. */
const NAMES: Readonly<Record<Command, true>> = {
  pay: true,
  newPayment: true,
  dropMessage: true,
  configure: true,
  load: true,
  rerun: true,
  reset: true,
  undo: true,
  redo: true,
  play: true,
  pause: true,
  step: true,
  stepBack: true,
  seek: true,
  advance: true,
  runToEnd: true,
  getState: true,
  getTrace: true,
  traceHash: true,
  permalink: true,
  waitFor: true,
  caption: true,
}

/** The names of all methods that a host may call. */
export const METHOD_NAMES = Object.keys(NAMES) as readonly Command[]

/** Methods that are called by this. */
export function methodsBy(call: (command: string, args: readonly unknown[]) => Promise<unknown>): Methods {
  const methods = METHOD_NAMES.map(name => [name, (...args: unknown[]) => call(name, args)])
  return Object.freeze(Object.fromEntries(methods))
}
