import { SCENARIO, SETTING_NAMES, type SettingName, type Settings } from '../sim/index.ts'
import { optionInWords, settingInWords } from './setting-in-words.ts'

/**
 * A change of settings in words, each as its control calls it, in the order of the controls:
 * “Key policy: one key per payment · Timeout: 10 s”. Empty for no change.
 */
export function changeInWords(change: Partial<Settings>): string {
  return SETTING_NAMES.filter(name => change[name] !== undefined)
    .map(name => `${SCENARIO[name].label}: ${valueInWords(name, change[name])}`)
    .join(' · ')
}

/** An option goes on a sentence here, and without its explanation: “off”, “one-transaction”. */
function valueInWords(name: SettingName, value: unknown): string {
  // Its control is a switch, so its options are read nowhere.
  if (name === 'retry') return value === 'auto' ? 'on' : 'off'
  const option = optionInWords(name, value)?.replace(/:.*$/, '')
  return option === undefined ? settingInWords(name, value) : option.charAt(0).toLowerCase() + option.slice(1)
}
