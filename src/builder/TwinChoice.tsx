import { SCENARIO, SETTING_NAMES, type SettingName, type Settings } from '../sim/index.ts'
import { otherValue } from '../store/other-value.ts'
import { Select } from '../ui/Select.tsx'
import type { ChoiceProps } from './ChoiceSheet.tsx'
import { type Scenes, settingsOf } from './scenes.ts'
import type { SettingField } from './setting-field.ts'

const OPTIONS = SETTING_NAMES.map(name => ({ value: name, label: SCENARIO[name].label }))

/** What the second side of a twin has otherwise. */
export function TwinChoice({
  choices,
  choose,
  scenes,
  Field,
}: ChoiceProps & { scenes: Scenes; Field: SettingField }) {
  const first = settingsOf(choices, scenes)
  const change = changeOf(choices.twin, first)
  const [name] = Object.keys(change) as [SettingName]
  const differ = (chosen: SettingName, value: unknown) =>
    choose({ twin: { [chosen]: value } as Partial<Settings> })
  return (
    <>
      <Select
        label="What differs"
        options={OPTIONS}
        value={name}
        onChange={chosen =>
          differ(chosen as SettingName, otherValue(chosen as SettingName, first[chosen as SettingName]))
        }
        hint="On the second side it is:"
      />
      <Field name={name} settings={{ ...first, ...change }} onSet={value => differ(name, value)} />
    </>
  )
}

/** What was chosen, or, as on the page itself, the keys. */
function changeOf(chosen: Partial<Settings>, first: Settings): Partial<Settings> {
  return Object.keys(chosen).length > 0 ? chosen : { keys: otherValue('keys', first.keys) }
}
