import { formatKnob, type Knob, SCENARIO, type SettingName } from '../sim/index.ts'
import { duration, money, percent } from './words.ts'

/** A setting's value as one says it: an option by its label, a probability in percent, a time with its unit. */
export function settingInWords(name: SettingName, value: unknown): string {
  const knob: Knob = SCENARIO[name]
  if (knob.kind === 'choice') return optionInWords(name, value) ?? formatKnob(value)
  if (knob.kind === 'span') return `${formatKnob(value)} ${knob.unit}`
  switch (knob.kind === 'number' && knob.unit) {
    case 'probability':
      return percent(Number(value))
    case 'minor units':
      return money(Number(value))
    case 'ms':
      return name === 'pause' && value === 0 ? 'never' : duration(Number(value))
    default:
      return formatKnob(value)
  }
}

/** An option as its control calls it, without the remark in brackets; null where the setting is no choice. */
export function optionInWords(name: SettingName, value: unknown): string | null {
  const knob: Knob = SCENARIO[name]
  if (knob.kind !== 'choice') return null
  const label = knob.options.find(option => option.value === value)?.label ?? String(value)
  return label.replace(/ \(.*\)$/, '')
}
