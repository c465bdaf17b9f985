import { DEFAULT_SETTINGS, formatKnob, SETTING_NAMES, type Session } from '../sim/index.ts'

/** A session and where one stands in it. */
export interface Run {
  readonly session: Session
  /** The playhead, in whole virtual milliseconds. */
  readonly atMs: number
  /** The checksum of the end state, 8 hexadecimal digits; null where a link does not say. */
  readonly outcome: string | null
}

/** A run as plain JSON text: settings that differ from their defaults, inputs, playhead, checksum. */
export function plainRun({ session, atMs, outcome }: Run): string {
  const settings = Object.fromEntries(
    SETTING_NAMES.filter(
      name => name === 'seed' || formatKnob(session.settings[name]) !== formatKnob(DEFAULT_SETTINGS[name]),
    ).map(name => [name, session.settings[name]]),
  )
  const plain = { settings, inputs: session.inputs, at: Math.round(atMs) }
  return JSON.stringify(outcome === null ? plain : { ...plain, end: outcome })
}
