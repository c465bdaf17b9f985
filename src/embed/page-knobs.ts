import type { Knob } from '../sim/index.ts'

/** What of the page can be hidden with `hide`. */
export const HIDEABLE = [
  'keys',
  'drop',
  'retry',
  'settings',
  'playback',
  'timeline',
  'stage',
  'balance',
  'events',
  'verdict',
  'header',
  'closer',
] as const

export type Hideable = (typeof HIDEABLE)[number]

/** The panels that look closer at a run; one at a time is open. */
export const CLOSER = ['diagram', 'explain', 'exports'] as const

export type CloserPanel = (typeof CLOSER)[number]

/** Everything that can be set of the page, as opposed to the world. */
export interface Page {
  /** A session and its playhead as text, or '' for none. */
  readonly run: string
  /** The id of a scenario of the gallery, or '' for none. */
  readonly scenario: string
  /** What the twin changes, as `name:value`, several parted by commas; '' for the keys. */
  readonly twin: string
  readonly open: 'none' | CloserPanel
  readonly speed: number
  readonly start: 'auto' | 'paused'
  readonly clock: 'auto' | 'manual'
  readonly theme: 'auto' | 'light' | 'dark'
  readonly motion: 'auto' | 'reduce' | 'full'
  readonly embed: '0' | '1'
  readonly presenter: '0' | '1'
  readonly hide: readonly Hideable[]
  readonly lock: readonly Hideable[]
  /** Whether a frame leads to other pages. */
  readonly links: 'on' | 'off'
  /** Whether a frame tells its host how high it is. */
  readonly resize: 'on' | 'off'
  readonly v: number
}

const option = <T extends string>(value: T, label: string = value) => ({ value, label })
const onOff = (label: string): Knob => ({
  kind: 'choice',
  label,
  default: 'on',
  options: [option('on'), option('off')],
})

/** The page's knobs, in the same form as the world's; what each does is told where it is asked for, in page-help.ts. */
export const PAGE_KNOBS: { readonly [Name in keyof Page]: Knob } = {
  run: {
    kind: 'text',
    label: 'Run',
    default: '',
    form: 'a run as the permalink writes it',
  },
  scenario: {
    kind: 'text',
    label: 'Scenario',
    default: '',
    form: 'the id of a scenario',
  },
  twin: {
    kind: 'text',
    label: 'Twin',
    default: '',
    form: '`name:value` of a setting, several parted by commas',
  },
  open: {
    kind: 'choice',
    label: 'Look closer',
    default: 'none',
    options: [option('none'), ...CLOSER.map(value => option(value))],
  },
  speed: {
    kind: 'number',
    label: 'Speed',
    default: 1,
    min: 0.25,
    max: 8,
    whole: false,
    unit: '×',
  },
  start: {
    kind: 'choice',
    label: 'Start',
    default: 'auto',
    options: [option('auto'), option('paused')],
  },
  clock: {
    kind: 'choice',
    label: 'Clock',
    default: 'auto',
    options: [option('auto'), option('manual')],
  },
  theme: {
    kind: 'choice',
    label: 'Theme',
    default: 'auto',
    options: [option('auto', 'System'), option('light', 'Light'), option('dark', 'Dark')],
  },
  motion: {
    kind: 'choice',
    label: 'Motion',
    default: 'auto',
    options: [option('auto', 'System'), option('reduce', 'Reduced'), option('full', 'Full')],
  },
  embed: {
    kind: 'choice',
    label: 'Embed',
    default: '0',
    options: [option('0'), option('1')],
  },
  presenter: {
    kind: 'choice',
    label: 'Presenter',
    default: '0',
    options: [option('0'), option('1')],
  },
  hide: {
    kind: 'list',
    label: 'Hide',
    default: [],
    options: HIDEABLE.map(value => option(value)),
  },
  lock: {
    kind: 'list',
    label: 'Lock',
    default: [],
    options: HIDEABLE.map(value => option(value)),
  },
  links: onOff('Links'),
  resize: onOff('Resize'),
  v: {
    kind: 'number',
    label: 'Version',
    default: 1,
    min: 1,
    max: 1,
    whole: true,
    unit: '',
  },
}

export const PAGE_NAMES = Object.keys(PAGE_KNOBS) as readonly (keyof Page)[]

export const DEFAULT_PAGE = Object.fromEntries(
  PAGE_NAMES.map(name => [name, PAGE_KNOBS[name].default]),
) as unknown as Page
