import { DEFAULT_SETTINGS, formatKnob, SETTING_NAMES, type SettingName, type Settings } from '../sim/index.ts'
import type { Choices } from './choices.ts'

/** What there is to show, handed in by the app: the gallery and the run are other rooms' matter. */
export interface Scenes {
  readonly scenarios: readonly { readonly id: string; readonly title: string; readonly settings: Settings }[]
  /** The chapters whose labs can stand alone. */
  readonly labs: readonly { readonly id: string; readonly title: string }[]
  /** The run in the simulator; null where nothing has been pressed yet. */
  readonly run: {
    readonly settings: Settings
    /** Where its playhead stands. */
    readonly atMs: number
    /** As the address has it. */
    readonly text: Readonly<Record<Choices['from'], string>>
  } | null
}

/** The settings a scene has by itself. */
export function settingsOfScene({ scene, scenario }: Choices, { scenarios, run }: Scenes): Settings {
  if (scene === 'run' && run) return run.settings
  const chosen = scene === 'scenario' ? scenarios.find(({ id }) => id === scenario) : undefined
  return chosen?.settings ?? DEFAULT_SETTINGS
}

/** The settings in the frame: the scene's, changed. A run keeps those it was made with. */
export function settingsOf(choices: Choices, scenes: Scenes): Settings {
  const own = settingsOfScene(choices, scenes)
  return choices.scene === 'run' ? own : { ...own, ...choices.changes }
}

/** The settings that differ from the scene's own, by name. */
export function changedSettings(choices: Choices, scenes: Scenes): SettingName[] {
  const own = settingsOfScene(choices, scenes)
  const chosen = settingsOf(choices, scenes)
  return SETTING_NAMES.filter(name => formatKnob(chosen[name]) !== formatKnob(own[name]))
}
