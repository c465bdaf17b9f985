import { DEFAULT_SETTINGS, type Session } from '../sim/index.ts'
import type { Scenario } from './scenarios.ts'

/** The session a scenario plays, every setting named. */
export function sessionOf({ session: { settings, inputs } }: Pick<Scenario, 'session'>): Session {
  return { settings: { ...DEFAULT_SETTINGS, ...settings }, inputs }
}
