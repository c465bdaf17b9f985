import { formatKnob, type SettingName, type Settings } from '../sim/index.ts'
import { Button } from '../ui/Button.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import styles from './ChoiceSheet.module.css'
import type { ChoiceProps } from './ChoiceSheet.tsx'
import { changedSettings, type Scenes, settingsOf, settingsOfScene } from './scenes.ts'
import type { SettingField, SettingGroup } from './setting-field.ts'

interface SettingsChoiceProps extends ChoiceProps {
  scenes: Scenes
  groups: readonly SettingGroup[]
  Field: SettingField
}

/** The knobs of the world by group; what differs from the scene's own goes into the snippet. */
export function SettingsChoice({ choices, choose, scenes, groups, Field }: SettingsChoiceProps) {
  if (choices.scene === 'lab') return <p className={styles.words}>A lab begins with settings of its own.</p>
  if (choices.scene === 'run')
    return <p className={styles.words}>A run keeps the settings it was made with.</p>
  const settings = settingsOf(choices, scenes)
  const own = settingsOfScene(choices, scenes)
  const changed = changedSettings(choices, scenes)
  const set = (name: SettingName, value: unknown) => {
    const { [name]: _, ...others } = choices.changes
    const isOwn = formatKnob(value) === formatKnob(own[name])
    choose({ changes: isOwn ? others : ({ ...others, [name]: value } as Partial<Settings>) })
  }
  return (
    <div>
      {groups.map(({ heading, names }) => (
        <Disclosure key={heading} label={heading} note={noteOf(names, changed)} level={4}>
          <div className={styles.fields}>
            {names.map(name => (
              <Field key={name} name={name} settings={settings} onSet={value => set(name, value)} />
            ))}
          </div>
        </Disclosure>
      ))}
      {changed.length > 0 && (
        <Button variant="quiet" onClick={() => choose({ changes: {} })}>
          As the scene has them
        </Button>
      )}
    </div>
  )
}

function noteOf(names: readonly SettingName[], changed: readonly SettingName[]): string {
  const count = names.filter(name => changed.includes(name)).length
  return count === 0 ? '' : `${count} changed`
}
