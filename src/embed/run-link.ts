import { checkSession, DEFAULT_SETTINGS, formatKnob, SETTING_NAMES, type Session } from '../sim/index.ts'

/** A session and where one stands in it. */
export interface Run {
  readonly session: Session
  /** The playhead, in whole virtual milliseconds. */
  readonly atMs: number
}

/** Longer texts than this are no run of ours: 500 inputs need about 30,000 characters. */
const LONGEST = 100_000

/** A run as plain JSON text: settings that differ from their defaults, inputs, playhead. */
export function writeRun({ session, atMs }: Run): string {
  const settings = Object.fromEntries(
    SETTING_NAMES.filter(
      name => name === 'seed' || formatKnob(session.settings[name]) !== formatKnob(DEFAULT_SETTINGS[name]),
    ).map(name => [name, session.settings[name]]),
  )
  return JSON.stringify({ settings, inputs: session.inputs, at: Math.round(atMs) })
}

/**
 * Reads what {@link writeRun} wrote.
 *
 * @throws Error saying what is wrong with it
 */
export function readRun(text: string): Run {
  if (text.length > LONGEST) throw new Error(`it is longer than ${LONGEST} characters`)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new Error('it is damaged or cut off')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('it is no run')
  const { at = 0, ...plain } = value as { at?: unknown }
  const session = checkSession(plain)
  if (typeof at !== 'number' || !Number.isFinite(at) || at < 0) throw new Error('its playhead is no time')
  return { session, atMs: Math.floor(at) }
}
