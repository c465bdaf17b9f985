import { ICON_SHAPES, type IconName, type IconShape } from '../../ui/iconShapes.ts'
import type { Ink } from './inks.ts'

/** A piece of the drawing, without a screen or a file to be drawn on. */
export interface Shape {
  readonly tag: 'path' | 'circle' | 'text'
  /** Where it is and how broad its lines are: attributes of SVG. */
  readonly geometry: Readonly<Record<string, string | number>>
  readonly stroke?: Ink
  readonly fill?: Ink
  readonly text?: string
  readonly mono?: boolean
  /** Bold text. */
  readonly bold?: boolean
}

/** Tenths of a pixel are enough, and keep pictures small. */
export function px(value: number): number {
  return Math.round(value * 10) / 10
}

export function path(d: string, stroke: Ink, width: number, more: Shape['geometry'] = {}): Shape {
  return { tag: 'path', geometry: { d, 'stroke-width': width, ...more }, stroke }
}

export function line(x1: number, y1: number, x2: number, y2: number): string {
  return `M${px(x1)} ${px(y1)}L${px(x2)} ${px(y2)}`
}

export function dot(
  x: number,
  y: number,
  r: number,
  inks: Pick<Shape, 'fill' | 'stroke'>,
  width = 1.75,
): Shape {
  return { tag: 'circle', geometry: { cx: px(x), cy: px(y), r, 'stroke-width': width }, ...inks }
}

interface Lettering {
  readonly fill: Ink
  readonly anchor?: 'start' | 'middle' | 'end'
  readonly mono?: boolean
  readonly bold?: boolean
  /** Stands on a ground of the sheet's colour, where lines may pass below it. */
  readonly halo?: boolean
}

export function letters(
  text: string,
  x: number,
  y: number,
  { fill, anchor, mono, bold, halo }: Lettering,
): Shape {
  return {
    tag: 'text',
    geometry: {
      x: px(x),
      y: px(y),
      ...(anchor && { 'text-anchor': anchor }),
      ...(halo && { 'paint-order': 'stroke', 'stroke-width': 4, 'stroke-linejoin': 'round' }),
    },
    fill,
    ...(halo && { stroke: 'sheet' as const }),
    text,
    ...(mono && { mono }),
    ...(bold && { bold }),
  }
}

/** An icon of the interface with its middle at a place; its ground hides the lane behind it. */
export function icon(name: IconName, x: number, y: number, ink: Ink, size = 14): Shape[] {
  const shape: IconShape = ICON_SHAPES[name]
  const scale = size / 16
  const transform = `translate(${px(x - size / 2)} ${px(y - size / 2)}) scale(${scale})`
  const round = { transform, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' } as const
  const shapes: Shape[] = []
  if (shape.fill) shapes.push({ tag: 'path', geometry: { d: shape.fill, transform }, fill: ink })
  if (shape.line) shapes.push(path(shape.line, ink, (shape.weight ?? 1.75) / scale / 1.1, round))
  return shapes
}
