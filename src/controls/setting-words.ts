import { DEFAULT_SETTINGS, type SettingName, type Settings } from '../sim/index.ts'

/** How many of some settings differ from their defaults, in words; '' for none. */
export function statusOf(names: readonly SettingName[], settings: Settings): string {
  const changed = names.filter(name => settings[name] !== DEFAULT_SETTINGS[name]).length
  return changed === 0 ? '' : `${changed} changed`
}
