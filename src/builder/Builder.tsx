import { useStore } from 'zustand'
import { Button } from '../ui/Button.tsx'
import { Heading } from '../ui/Heading.tsx'
import styles from './Builder.module.css'
import { ChoiceSheet } from './ChoiceSheet.tsx'
import { Copies } from './Copies.tsx'
import { type Choices, DEFAULT_CHOICES } from './choices.ts'
import type { ChoicesStore } from './choices-store.ts'
import { embedOf } from './embed-of.ts'
import { LockedSample } from './LockedSample.tsx'
import { Presets } from './Presets.tsx'
import { Preview } from './Preview.tsx'
import { buildAt, type Place } from './place.ts'
import type { Scenes } from './scenes.ts'
import type { SettingField, SettingGroup } from './setting-field.ts'
import { frameAddress } from './snippets.ts'

interface BuilderProps {
  store: ChoicesStore
  scenes: Scenes
  place: Place
  groups: readonly SettingGroup[]
  Field: SettingField
}

/** Where a teacher makes the snippet for a course page: what is chosen, what to copy, and how it looks. */
export function Builder({ store, scenes, place, groups, Field }: BuilderProps) {
  const choices = useStore(store)
  const choose = (chosen: Partial<Choices>) => store.setState(chosen)
  const shown = embedOf(choices, scenes, place)
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <Heading level={2} className={styles.heading}>
          Embed
        </Heading>
        <p className={styles.intro}>Put a scene of the simulator into a course page.</p>
        <Button icon="reset" onClick={() => choose({ ...DEFAULT_CHOICES, build: buildAt(place) })}>
          Start over
        </Button>
      </div>
      <Presets choices={choices} onChoose={choose} />
      <div className={styles.columns}>
        <div className={styles.choices}>
          <ChoiceSheet
            choices={choices}
            choose={choose}
            scenes={scenes}
            place={place}
            groups={groups}
            Field={Field}
          />
        </div>
        <div className={styles.outcome}>
          <Copies choices={choices} scenes={scenes} place={place} />
          <Preview
            address={place.address && frameAddress({ ...shown, base: place.address })}
            title={shown.title}
            heightPx={shown.heightPx}
            grows={shown.grows}
          />
        </div>
        <LockedSample />
      </div>
    </div>
  )
}
