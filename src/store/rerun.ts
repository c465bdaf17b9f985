import type { Input, Session, Settings } from '../sim/index.ts'

/**
 * The same inputs under changed settings. A change holds for the whole run: later switches of the same setting go,
 * or they would undo what is compared.
 */
export function withSettings(session: Session, changes: Partial<Settings>): Session {
  const inputs: Input[] = []
  for (const input of session.inputs) {
    if (input.type !== 'configure') inputs.push(input)
    else {
      const left = Object.entries(input.settings).filter(([name]) => !Object.hasOwn(changes, name))
      if (left.length > 0) inputs.push({ ...input, settings: Object.fromEntries(left) })
    }
  }
  return { settings: { ...session.settings, ...changes }, inputs }
}
