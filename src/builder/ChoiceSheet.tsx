import type { ReactNode } from 'react'
import { Disclosure } from '../ui/Disclosure.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { useMediaQuery } from '../ui/useMediaQuery.ts'
import styles from './ChoiceSheet.module.css'
import type { Choices } from './choices.ts'
import { FrameChoice } from './FrameChoice.tsx'
import { LooksChoice } from './LooksChoice.tsx'
import { looksInWords } from './looks.ts'
import { PartsChoice } from './PartsChoice.tsx'
import { partsInWords } from './parts.ts'
import type { Place } from './place.ts'
import { SceneChoice } from './SceneChoice.tsx'
import { SettingsChoice } from './SettingsChoice.tsx'
import { changedSettings, type Scenes } from './scenes.ts'
import type { SettingField, SettingGroup } from './setting-field.ts'

/** What every group of choices is given. */
export interface ChoiceProps {
  choices: Choices
  choose: (chosen: Partial<Choices>) => void
}

interface ChoiceSheetProps extends ChoiceProps {
  scenes: Scenes
  place: Place
  groups: readonly SettingGroup[]
  Field: SettingField
}

/** All that can be chosen: the scene in sight, the rest in groups that say in a word what is chosen in them. */
export function ChoiceSheet({ choices, choose, scenes, place, groups, Field }: ChoiceSheetProps) {
  const roomy = useMediaQuery('(min-width: 968px)')
  const chosen = { choices, choose }
  const changed = changedSettings(choices, scenes).length
  return (
    <Sheet heading="Choices" hideHeading flush className={styles.sheet}>
      <div className={styles.scene}>
        <SceneChoice {...chosen} scenes={scenes} Field={Field} />
      </div>
      <Group label="Shown, locked or hidden" note={partsInWords(choices)} open={roomy}>
        <PartsChoice {...chosen} />
      </Group>
      <Group label="Settings" note={changed === 0 ? 'as the scene has them' : `${changed} changed`}>
        <SettingsChoice {...chosen} scenes={scenes} groups={groups} Field={Field} />
      </Group>
      <Group label="Start and looks" note={looksInWords(choices)}>
        <LooksChoice {...chosen} />
      </Group>
      <Group
        label="Frame and build"
        note={choices.sizing === 'fixed' ? `${choices.heightPx} px high` : 'as high as its content'}
      >
        <FrameChoice {...chosen} place={place} />
      </Group>
    </Sheet>
  )
}

interface GroupProps {
  label: string
  note: string
  open?: boolean
  children: ReactNode
}

function Group({ label, note, open = false, children }: GroupProps) {
  return (
    <Disclosure label={label} note={note} level={3} defaultOpen={open} className={styles.group}>
      <div className={styles.fields}>{children}</div>
    </Disclosure>
  )
}
