/** One icon, drawn on 16×16: an outline, a filled part, or both; `weight` is the stroke's width where it is not 1.75. */
export interface IconShape {
  line?: string
  fill?: string
  weight?: number
}

const KEY = 'M4.4 5.4a2.6 2.6 0 1 1 0 5.2 2.6 2.6 0 0 1 0-5.2zM7 8h7v2.6M11 8v2'
const CIRCLE = 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2z'

/** Every icon by name. */
export const ICON_SHAPES = {
  'arrow-left': { line: 'M13.5 8h-11M7 3.5 2.5 8 7 12.5' },
  'arrow-right': { line: 'M2.5 8h11M9 3.5 13.5 8 9 12.5' },
  check: { line: 'm3 8.6 3.3 3.2L13 4.6', weight: 2 },
  chevron: { line: 'm4 6 4 4 4-4' },
  clock: { line: `${CIRCLE}M8 4.8V8l2.2 1.5` },
  close: { line: 'm4 4 8 8M12 4l-8 8' },
  copy: {
    line: 'M7 5.5h5A1.5 1.5 0 0 1 13.5 7v5a1.5 1.5 0 0 1-1.5 1.5H7A1.5 1.5 0 0 1 5.5 12V7A1.5 1.5 0 0 1 7 5.5zM2.5 9.5V4A1.5 1.5 0 0 1 4 2.5h5.5',
  },
  cross: { line: 'm4.5 4.5 7 7M11.5 4.5l-7 7', weight: 2.5 },
  key: { line: KEY },
  'key-off': { line: `${KEY}M4.5 13.6 11.5 2.4` },
  latest: { line: 'm2.5 4 4 4-4 4M7.5 4l4 4-4 4M14 3.5v9' },
  link: {
    line: 'm7 4.6 1.5-1.5a3.1 3.1 0 0 1 4.4 4.4L11.4 9M9 11.4l-1.5 1.5a3.1 3.1 0 0 1-4.4-4.4L4.6 7M6 10l4-4',
  },
  lock: {
    line: 'M4.5 7.5h7A1.5 1.5 0 0 1 13 9v3a1.5 1.5 0 0 1-1.5 1.5h-7A1.5 1.5 0 0 1 3 12V9a1.5 1.5 0 0 1 1.5-1.5zM5 7.5V5.3a3 3 0 0 1 6 0v2.2',
  },
  minus: { line: 'M3.5 8h9' },
  moon: { line: 'M13.5 9.2A5.8 5.8 0 1 1 6.8 2.5a4.6 4.6 0 0 0 6.7 6.7z' },
  pause: { line: 'M5.5 3v10M10.5 3v10', weight: 2 },
  play: { line: 'M5 3.2v9.6L12.5 8z', fill: 'M5 3.2v9.6L12.5 8z' },
  plus: { line: 'M3.5 8h9M8 3.5v9' },
  question: { line: 'M5.3 5.4a2.7 2.7 0 1 1 4.2 2.3C8.5 8.4 8 8.9 8 10M8 13h.01', weight: 2 },
  redo: { line: 'm10.5 2.8 3 3-3 3M13.5 5.8h-7a3.7 3.7 0 0 0 0 7.4H10' },
  replay: {
    line: 'M2.5 7.5V7A2.5 2.5 0 0 1 5 4.5h8.5M11 2l2.5 2.5L11 7M13.5 8.5V9a2.5 2.5 0 0 1-2.5 2.5H2.5M5 14l-2.5-2.5L5 9',
  },
  reset: { line: 'M3.15 5.2A5.6 5.6 0 1 1 2.4 8M2.9 2v3.4h3.4' },
  'step-back': { line: 'M12 3 6 8l6 5M4 3v10', weight: 2 },
  'step-forward': { line: 'm4 3 6 5-6 5M12 3v10', weight: 2 },
  undo: { line: 'm5.5 2.8-3 3 3 3M2.5 5.8h7a3.7 3.7 0 0 1 0 7.4H6' },
  warning: { line: 'M8 2.4 14.2 13H1.8zM8 6.4v2.9M8 11.2h.01' },
} as const satisfies Record<string, IconShape>

/** The name of an icon. */
export type IconName = keyof typeof ICON_SHAPES
