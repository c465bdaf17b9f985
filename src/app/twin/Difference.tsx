import { SCENARIO, SETTING_NAMES, type SettingName, type Settings } from '../../sim/index.ts'
import { otherValue } from '../../store/other-value.ts'
import { Select } from '../../ui/Select.tsx'

interface DifferenceProps {
  first: Settings
  change: Partial<Settings>
  onChange: (change: Partial<Settings>) => void
}

const OPTIONS = SETTING_NAMES.map(name => ({ value: name, label: SCENARIO[name].label }))
const SEVERAL = 'several'

/** Which setting differs between the two sides. */
export function Difference({ first, change, onChange }: DifferenceProps) {
  const names = Object.keys(change) as SettingName[]
  const several = { value: SEVERAL, label: names.map(name => SCENARIO[name].label).join(' and ') }
  return (
    <Select
      label="What differs"
      options={names.length > 1 ? [several, ...OPTIONS] : OPTIONS}
      value={names.length > 1 ? SEVERAL : (names[0] ?? 'keys')}
      onChange={chosen => {
        if (chosen === SEVERAL) return
        const name = chosen as SettingName
        onChange({ [name]: otherValue(name, first[name]) })
      }}
    />
  )
}
