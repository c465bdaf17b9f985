import { LOCKED_BY } from '../../controls/KnobField.tsx'
import { SCENARIO, SETTING_NAMES, type SettingName, type Settings } from '../../sim/index.ts'
import { otherValue } from '../../store/other-value.ts'
import { Locked, useLockedNames } from '../../ui/Locked.tsx'
import { Select } from '../../ui/Select.tsx'

interface DifferenceProps {
  first: Settings
  change: Partial<Settings>
  onChange: (change: Partial<Settings>) => void
}

const OPTIONS = SETTING_NAMES.map(name => ({ value: name, label: SCENARIO[name].label }))
const SEVERAL = 'several'

/** Which setting differs between the two sides. What is locked neither begins nor ceases to differ. */
export function Difference({ first, change, onChange }: DifferenceProps) {
  const lockedNames = useLockedNames()
  const isLocked = (name: SettingName) => lockedNames.includes(LOCKED_BY[name] ?? '')
  const names = Object.keys(change) as SettingName[]
  const several = { value: SEVERAL, label: names.map(name => SCENARIO[name].label).join(' and ') }
  const single = OPTIONS.filter(({ value }) => names.includes(value) || !isLocked(value))
  return (
    <Locked when={names.some(isLocked)}>
      <Select
        label="What differs"
        options={names.length > 1 ? [several, ...single] : single}
        value={names.length > 1 ? SEVERAL : (names[0] ?? 'keys')}
        onChange={chosen => {
          if (chosen === SEVERAL) return
          const name = chosen as SettingName
          onChange({ [name]: otherValue(name, first[name]) })
        }}
      />
    </Locked>
  )
}
