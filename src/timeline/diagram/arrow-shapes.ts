import type { Arrow, ArrowLook, Point } from './arrows.ts'
import { progressAt } from './arrows.ts'
import type { Ink } from './inks.ts'
import { dot, icon, letters, line, path, px, type Shape } from './shape.ts'

const INK_OF: Readonly<Record<ArrowLook, Ink>> = {
  way: 'way',
  arrived: 'ink-2',
  lost: 'lost',
  replayed: 'safe',
  late: 'unsure',
  again: 'lost',
  broke: 'unsure',
}

/** The words of a fate, on the wires where there is room: colour alone says nothing. */
const WORDS: Readonly<Partial<Record<ArrowLook, string>>> = {
  replayed: 'replayed',
  again: 'charged again',
}
const END_WORDS: Readonly<Partial<Record<ArrowLook, string>>> = { lost: 'lost', late: 'late' }

/** Where what is in flight has come to: as far across as it has flown, as far down as it is late. */
export function tipOf({ flight, from, towards }: Arrow, nowMs: number, nowY: number): Point {
  const share = Math.min(0.96, progressAt(flight, nowMs))
  return { x: from.x + (towards - from.x) * share, y: Math.max(from.y, nowY) }
}

/** An arrow to where it ends, or to where it is now. */
export function arrowShapes(arrow: Arrow, to: Point, roomy: boolean): Shape[] {
  const { from, look, end, flight } = arrow
  const ink = INK_OF[look]
  const outward = Math.sign(arrow.towards - from.x) || 1
  const bend = bendOf(from, to, outward)
  const shapes = [...shaft(from, bend, to, look, ink), ...tip(bend, to, look, end !== null)]
  const word = roomy && END_WORDS[look]
  if (word && end) {
    const after = look === 'lost' ? outward * 11 : -outward * 12
    const anchor = after > 0 ? 'start' : 'end'
    shapes.push(
      letters(word, to.x + after, to.y + (look === 'lost' ? 4.5 : -7), { fill: ink, anchor, halo: true }),
    )
  }
  return [...shapes, ...label(arrow, ink, outward, roomy), ...disc(flight.attempt, from, ink, outward)]
}

/** How far from its lane the number of the attempt stands. */
const DISC_AT = 16

/** It leaves its lane level, so that its number stands on the line however steep that is. */
function bendOf(from: Point, to: Point, outward: number): Point {
  const far = Math.min(DISC_AT, Math.abs(to.x - from.x))
  return { x: from.x + outward * far, y: from.y }
}

function shaft(from: Point, bend: Point, to: Point, look: ArrowLook, ink: Ink): Shape[] {
  const d = (offset: number) =>
    `${line(from.x, from.y + offset, bend.x, bend.y + offset)}L${px(to.x)} ${px(to.y + offset)}`
  if (look === 'lost') return [path(d(0), ink, 1.75, { 'stroke-dasharray': '4 4' })]
  if (look === 'replayed') return [path(d(-1.75), ink, 1.5), path(d(1.75), ink, 1.5)]
  return [path(d(0), ink, look === 'way' ? 2 : 1.5)]
}

/** An arrowhead where it arrived, a cross where it died, a dot while it flies. */
function tip(from: Point, to: Point, look: ArrowLook, ended: boolean): Shape[] {
  const ink = INK_OF[look]
  if (look === 'lost') return icon('cross', to.x, to.y, ink, 13)
  if (!ended) return [dot(to.x, to.y, 4, { fill: ink })]
  return [path(head(from, to), ink, 1.75, { 'stroke-linecap': 'round', 'stroke-linejoin': 'round' })]
}

/** Two strokes that meet at the end of the shaft. */
function head(from: Point, to: Point): string {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length]
  const wing = (side: number) =>
    `${px(to.x - 8 * ux - side * 4.5 * uy)} ${px(to.y - 8 * uy + side * 4.5 * ux)}`
  return `M${wing(1)}L${px(to.x)} ${px(to.y)}L${wing(-1)}`
}

/** The number of the attempt, at the beginning of the shaft. */
function disc(attempt: number, from: Point, ink: Ink, outward: number): Shape[] {
  const x = from.x + outward * DISC_AT
  return [
    dot(x, from.y, 8, { fill: 'sheet', stroke: ink }, 1.5),
    letters(String(attempt), x, from.y + 4.5, { fill: ink, anchor: 'middle', bold: true }),
  ]
}

/** What it is, above the shaft. */
function label({ flight, sent, from, look }: Arrow, ink: Ink, outward: number, roomy: boolean): Shape[] {
  const what = flight.answer ? String(flight.answer.status) : (sent.request?.method ?? '')
  const copy = flight.copy === 2 ? ' ×2' : ''
  const fate = roomy ? (WORDS[look] ?? '') : ''
  const text = `${what}${copy}${fate && ` ${fate}`}`
  const x = from.x + outward * 28
  const shapes: Shape[] = []
  // A character of the monospaced face is 7.5 px wide.
  const width = text.length * 7.5
  if (flight.kind === 'request' && flight.uuid !== null) {
    shapes.push(...icon('key', x + outward * (roomy ? width + 9 : width + 7), from.y - 7, ink, 12))
  }
  const anchor = outward > 0 ? 'start' : 'end'
  return [letters(text, x, from.y - 4, { fill: ink, anchor, mono: true, halo: true }), ...shapes]
}

/** A short level arrow of a look, to be explained. */
export function arrowSample(look: ArrowLook, length: number): Shape[] {
  const [from, to] = [
    { x: 2, y: 12 },
    { x: length - 4, y: 12 },
  ]
  return [...shaft(from, from, to, look, INK_OF[look]), ...tip(from, to, look, look !== 'way')]
}
