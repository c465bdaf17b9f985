import {
  DEFAULT_SETTINGS,
  formatKnob,
  type Knob,
  parseKnob,
  rangeOf,
  SCENARIO,
  SETTING_NAMES,
  type SettingName,
  type Settings,
} from '../sim/index.ts'
import { DEFAULT_PAGE, PAGE_KNOBS, PAGE_NAMES, type Page } from './page-knobs.ts'

/** What the address bar says, and what in it could not be taken. */
export interface Address {
  readonly settings: Settings
  /** The settings that the address names, if only by their defaults. */
  readonly named: Partial<Settings>
  readonly page: Page
  /** A sentence for each value that fell back to its default. */
  readonly problems: readonly string[]
}

/**
 * Reads the query part of an address, with or without its question mark. Unknown names are ignored; a bad value falls
 * back to its default and is named in `problems`. Never throws.
 */
export function parseAddress(search: string): Address {
  const query = new URLSearchParams(search)
  const problems: string[] = []
  const read = (name: string, knob: Knob): unknown => {
    const asked = [name, ...(knob.aliases ?? [])].find(candidate => query.has(candidate))
    if (asked === undefined) return knob.default
    const text = query.get(asked) ?? ''
    const value = parseKnob(knob, text)
    if (value !== undefined) return value
    problems.push(problem(asked, text, knob))
    return knob.default
  }
  const settings = Object.fromEntries(SETTING_NAMES.map(name => [name, read(name, SCENARIO[name])]))
  const isNamed = (name: SettingName) =>
    [name, ...(SCENARIO[name].aliases ?? [])].some(each => query.has(each))
  const named = Object.fromEntries(SETTING_NAMES.filter(isNamed).map(name => [name, settings[name]]))
  const page = Object.fromEntries(PAGE_NAMES.map(name => [name, read(name, PAGE_KNOBS[name])]))
  return { settings: settings as unknown as Settings, named, page: page as unknown as Page, problems }
}

/** Writes the query part without its question mark: the seed always, of the rest only what differs from the default. */
export function serializeAddress({ settings, page }: Pick<Address, 'settings' | 'page'>): string {
  const query = new URLSearchParams()
  for (const name of SETTING_NAMES) {
    const text = formatKnob(settings[name])
    if (name === 'seed' || text !== formatKnob(DEFAULT_SETTINGS[name])) query.set(name, text)
  }
  for (const name of PAGE_NAMES) {
    const text = formatKnob(page[name])
    if (text !== formatKnob(DEFAULT_PAGE[name])) query.set(name, text)
  }
  return query.toString()
}

function problem(name: string, text: string, knob: Knob): string {
  const shown = text.length > 40 ? `${text.slice(0, 39)}…` : text
  const fallback = formatKnob(knob.default)
  const instead = fallback === '' ? 'nothing' : fallback
  return `The address says ${name}=${shown}, but ${name} is ${rangeOf(knob)}. Taken instead: ${instead}.`
}
