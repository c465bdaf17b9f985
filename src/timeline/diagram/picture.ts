import { arrowShapes, tipOf } from './arrow-shapes.ts'
import type { Arrow } from './arrows.ts'
import type { Layout } from './layout.ts'
import { markShapes, spanShapes } from './mark-shapes.ts'
import type { Measures } from './measures.ts'
import { heightOfTime } from './rows.ts'
import { line, path, type Shape } from './shape.ts'
import type { Span } from './spans.ts'

/** One thing of the drawing: an arrow, a mark or a span. */
export interface Figure {
  readonly name: string
  readonly shapes: readonly Shape[]
  /** The ids of the events it stands for. */
  readonly ids: readonly number[]
  /** Draws it anew at another moment; only what has not ended yet. */
  readonly live: ((nowMs: number, nowY: number) => Shape[]) | null
}

export interface Window {
  readonly from: number
  readonly to: number
}

/** What is to be seen between two heights, at a moment: below spans, then arrows, marks on top. */
export function figuresOf(layout: Layout, nowMs: number, { from, to }: Window): Figure[] {
  const nowY = heightOfTime(layout.rows, nowMs)
  // A mark or a label reaches a little beyond its own height.
  const near = (top: number, bottom: number) => bottom >= from - 24 && top <= to + 24
  return [
    ...layout.spans.filter(span => near(span.from, span.to ?? nowY)).map(span => spanFigure(span, nowY)),
    ...layout.arrows
      .filter(arrow => near(arrow.from.y, arrow.to?.y ?? nowY))
      .map(arrow => arrowFigure(arrow, layout.measures, nowMs, nowY)),
    ...layout.marks
      .filter(({ y }) => near(y, y))
      .map(mark => ({ name: `mark ${mark.id}`, shapes: markShapes(mark), ids: [mark.id], live: null })),
  ]
}

function spanFigure(span: Span, nowY: number): Figure {
  const live = span.to === null ? (_: number, y: number) => spanShapes(span, y) : null
  return { name: `${span.kind} ${span.id}`, shapes: spanShapes(span, span.to ?? nowY), ids: [span.id], live }
}

function arrowFigure(arrow: Arrow, { roomy }: Measures, nowMs: number, nowY: number): Figure {
  const { sent, end, to } = arrow
  const draw = (ms: number, y: number) => arrowShapes(arrow, to ?? tipOf(arrow, ms, y), roomy)
  return {
    name: arrow.flight.message,
    shapes: draw(nowMs, nowY),
    ids: end ? [sent.id, end.id] : [sent.id],
    live: to ? null : draw,
  }
}

/** The lanes, from one height to another. */
export function laneShapes({ you, door, workers }: Measures, { from, to }: Window): Shape[] {
  return [
    ...[you, ...workers].map(x => path(line(x, from, x, to), 'line-2', 1.5)),
    path(line(door, from, door, to), 'line-2', 1, { 'stroke-dasharray': '2 4' }),
  ]
}
