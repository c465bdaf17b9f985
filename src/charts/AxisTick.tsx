import type { BaseTickContentProps } from 'recharts'

/** How far a value's foot lies below the point it is placed at: under the time axis, and in the middle of a grid line. */
const FOOT = { start: '0.71em', middle: '0.355em', end: '0' } as const

/** A value beside an axis. The library's own text is measured for line breaks, which lays out the page for each. */
export function AxisTick(props: BaseTickContentProps) {
  const { x, y, textAnchor, verticalAnchor, payload, tickFormatter, index } = props
  return (
    <text x={x} y={y} dy={FOOT[verticalAnchor]} textAnchor={textAnchor}>
      {tickFormatter?.(payload.value, index)}
    </text>
  )
}
