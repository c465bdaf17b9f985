import type { DoubleCharge } from '../embed/api-types.ts'
import { COMMAND_NAMES } from '../embed/host/command-names.ts'
import type { Command } from '../embed/host/messages.ts'

/** The methods of `window.doubleCharge`, each promising what it returns there. */
export type Methods = {
  readonly [Name in Command]: (
    ...args: Parameters<DoubleCharge[Name]>
  ) => Promise<Awaited<ReturnType<DoubleCharge[Name]>>>
}

/** Methods that are called by this. */
export function methodsBy(call: (command: string, args: readonly unknown[]) => Promise<unknown>): Methods {
  const methods = COMMAND_NAMES.map(name => [name, (...args: unknown[]) => call(name, args)])
  return Object.freeze(Object.fromEntries(methods))
}
