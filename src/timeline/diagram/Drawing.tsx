import { useImperativeHandle, useRef } from 'react'
import styles from './Drawing.module.css'
import { DrawnShape } from './DrawnShape.tsx'
import type { Layout } from './layout.ts'
import { type Figure, figuresOf, laneShapes, type Window } from './picture.ts'

/** Moves what has not ended yet on to another moment, without rendering. */
export type MoveOn = (nowMs: number, nowY: number) => void

interface DrawingProps {
  layout: Layout
  /** As far as has been watched. */
  nowMs: number
  /** Only what is to be seen is drawn. */
  window: Window
  /** The events to stand out; all others are quieter. */
  chain: ReadonlySet<number> | null
  moveOn: React.Ref<MoveOn>
}

/** The lanes and what happens on them: for the eye alone, the list beside it tells the same. */
export function Drawing({ layout, nowMs, window, chain, moveOn }: DrawingProps) {
  const { measures } = layout
  const figures = figuresOf(layout, nowMs, window)
  const groups = useRef(new Map<string, SVGGElement>())
  useImperativeHandle(moveOn, () => (ms: number, y: number) => {
    for (const figure of figures) {
      const group = groups.current.get(figure.name)
      if (figure.live && group) redraw(group, figure.live(ms, y))
    }
  })
  const height = Math.max(0, window.to - window.from)
  return (
    <svg
      className={styles.drawing}
      style={{ top: window.from }}
      width={measures.width}
      height={height}
      viewBox={`0 ${window.from} ${measures.width} ${height}`}
      aria-hidden="true"
      focusable="false"
    >
      {laneShapes(measures, window).map(shape => (
        <DrawnShape key={String(shape.geometry.d)} shape={shape} />
      ))}
      {figures.map(figure => (
        <g
          key={figure.name}
          ref={group => {
            if (!group) return
            groups.current.set(figure.name, group)
            return () => {
              groups.current.delete(figure.name)
            }
          }}
          className={styles.figure}
          data-quiet={isQuiet(figure, chain) || undefined}
        >
          {figure.shapes.map((shape, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a figure's pieces are always the same, in the same order
            <DrawnShape key={index} shape={shape} />
          ))}
        </g>
      ))}
    </svg>
  )
}

function isQuiet({ ids }: Figure, chain: ReadonlySet<number> | null): boolean {
  return chain !== null && !ids.some(id => chain.has(id))
}

function redraw(group: SVGGElement, shapes: ReturnType<NonNullable<Figure['live']>>): void {
  for (const [index, { geometry }] of shapes.entries()) {
    const element = group.children[index]
    for (const [name, value] of Object.entries(geometry)) {
      if (element && element.getAttribute(name) !== String(value)) element.setAttribute(name, String(value))
    }
  }
}
