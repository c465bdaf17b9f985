import type { Settings } from '../sim/index.ts'
import type { Part } from './parts.ts'

export type SceneKind = 'room' | 'twin' | 'scenario' | 'lab' | 'run'

/** Everything a teacher chooses of a frame. */
export interface Choices {
  readonly scene: SceneKind
  /** The id of the scenario, where the scene is one. */
  readonly scenario: string
  /** The id of the chapter, where the scene is its lab. */
  readonly lab: string
  /** From where a run is shown: its beginning, or where the playhead stands. */
  readonly from: 'start' | 'now'
  /** The settings that were set otherwise than the scene has them. */
  readonly changes: Partial<Settings>
  /** Of a twin, what its second side has otherwise; nothing for the keys. */
  readonly twin: Partial<Settings>
  readonly start: 'paused' | 'auto'
  readonly speed: number
  readonly theme: 'auto' | 'light' | 'dark'
  readonly motion: 'auto' | 'reduce' | 'full'
  /** What is not named is shown. */
  readonly parts: Readonly<Partial<Record<Part, 'locked' | 'hidden'>>>
  readonly links: 'on' | 'off'
  readonly title: string
  /** As high as what is in it, or always the same. */
  readonly sizing: 'content' | 'fixed'
  readonly heightPx: number
  /** This site, or a single file of one's own. */
  readonly build: 'site' | 'file'
  /** Where that file is, as the course page says it. */
  readonly fileAddress: string
}

/** The file's name in the build. */
export const SINGLE_FILE = 'standalone.html'

/** What stands there at first: a snippet that works as it is. */
export const DEFAULT_CHOICES: Choices = {
  scene: 'room',
  scenario: 'ghost',
  lab: 'networks',
  from: 'start',
  changes: {},
  twin: {},
  // A page may hold several frames: none begins before it is asked.
  start: 'paused',
  speed: 1,
  theme: 'auto',
  motion: 'auto',
  parts: {},
  links: 'on',
  title: 'Double Charge Simulator',
  sizing: 'content',
  heightPx: 640,
  build: 'site',
  fileAddress: SINGLE_FILE,
}

/** What belongs to where the frame is put, not to what it shows: a quick start leaves it. */
export function placingOf({
  build,
  fileAddress,
  sizing,
  heightPx,
  theme,
  motion,
}: Choices): Partial<Choices> {
  return { build, fileAddress, sizing, heightPx, theme, motion }
}

export const HEIGHT_PX = { min: 280, max: 2000 } as const
