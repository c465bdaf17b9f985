import type { Mark, MarkKind } from './marks.ts'
import { dot, icon, letters, line, path, px, type Shape } from './shape.ts'
import type { Span } from './spans.ts'

const ROUND = { 'stroke-linecap': 'round' } as const

/** A mark on its lane. What an icon draws stands on a small ground of the sheet's colour. */
export function markShapes({ kind, x, y }: Pick<Mark, 'kind' | 'x' | 'y'>): Shape[] {
  const plain = PLAIN[kind]
  if (plain) return plain(x, y)
  const [name, ink] = ICONS[kind] ?? (['question', 'ink'] as const)
  return [dot(x, y, 8, { fill: 'sheet' }), ...icon(name, x, y, ink)]
}

const ICONS: Partial<Record<MarkKind, readonly [Parameters<typeof icon>[0], Parameters<typeof icon>[3]]>> = {
  timeout: ['clock', 'unsure'],
  paid: ['check', 'safe'],
  unknown: ['question', 'unsure'],
  failed: ['close', 'ink-2'],
  expired: ['clock', 'unsure'],
  crashed: ['cross', 'lost'],
  restarted: ['reset', 'ink-2'],
  paused: ['moon', 'unsure'],
  resumed: ['play', 'ink-2'],
  broke: ['warning', 'unsure'],
}

const PLAIN: Partial<Record<MarkKind, (x: number, y: number) => Shape[]>> = {
  press: (x, y) => [dot(x, y, 6, { fill: 'ink' })],
  retry: (x, y) => [dot(x, y, 5, { fill: 'sheet', stroke: 'ink' }, 2)],
  closed: (x, y) => [path(line(x - 7, y, x + 7, y), 'ink', 3, ROUND)],
  settings: (x, y) => [
    path(line(x - 5, y - 3, x + 5, y - 3), 'ink-2', 2, ROUND),
    path(line(x - 5, y + 3, x + 5, y + 3), 'ink-2', 2, ROUND),
  ],
  read: (x, y) => [{ ...diamond(x, y), fill: 'sheet' }],
  written: (x, y) => [{ ...diamond(x, y), fill: 'ink' }],
  charged: (x, y) => coin(x, y, 8, 'ink'),
  'charged-again': (x, y) => [
    dot(x, y, 14, { fill: 'lost-wash', stroke: 'lost' }, 1),
    ...coin(x, y, 10, 'lost'),
  ],
  declined: (x, y) => [
    ...coin(x, y, 8, 'unsure'),
    path(line(x - 8, y + 8, x + 8, y - 8), 'unsure', 1.75, ROUND),
  ],
}

function diamond(x: number, y: number): Shape {
  const d = `M${px(x)} ${px(y - 6)}L${px(x + 6)} ${px(y)}L${px(x)} ${px(y + 6)}L${px(x - 6)} ${px(y)}Z`
  return path(d, 'ink', 1.5)
}

function coin(x: number, y: number, r: number, ink: 'ink' | 'lost' | 'unsure'): Shape[] {
  return [
    dot(x, y, r, { fill: 'sheet', stroke: ink }, 1.75),
    letters('$', x, y + 4.5, { fill: ink, anchor: 'middle', bold: true }),
  ]
}

/** What lasts, from its beginning to its end or to now. */
export function spanShapes({ kind, x, from, taker }: Span, to: number): Shape[] {
  const along = line(x, from, x, Math.max(from, to))
  switch (kind) {
    case 'work':
      return [path(along, 'line-2', 7)]
    case 'asleep':
      return [path(along, 'sheet', 3)]
    case 'down':
      return [path(along, 'sheet', 3), path(along, 'lost', 1.75, { 'stroke-dasharray': '2 4' })]
    case 'wait': {
      const waits = path(along, 'unsure', 2, { 'stroke-dasharray': '3 3' })
      return taker === null ? [waits] : [waits, path(line(x, to, taker, to), 'unsure', 1.5)]
    }
  }
}
