import type { ComponentType } from 'react'
import type { SettingName, Settings } from '../sim/index.ts'

/** The control of one setting, handed in by the app. */
export type SettingField = ComponentType<{
  name: SettingName
  settings: Settings
  onSet: (value: unknown) => void
}>

/** Settings that stand under one heading. */
export interface SettingGroup {
  readonly heading: string
  readonly names: readonly SettingName[]
}
