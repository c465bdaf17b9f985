import { type ComponentType, memo } from 'react'
import { CartesianGrid, ComposedChart, XAxis, YAxis } from 'recharts'
import { shortMoney } from '../narrate/words.ts'
import { AxisTick } from './AxisTick.tsx'
import { type Axis, ticksOf, timeTicks } from './axes.ts'
import styles from './BalancePanel.module.css'
import { ClipWindows } from './ClipWindows.tsx'

interface PlotProps extends Axis {
  id: string
  scaleMs: number
  /** What lies on the axes: a component made once, so that it alone is drawn anew when it follows the run. */
  Lines: ComponentType<{ scaleMs: number }>
}

/**
 * Axes and grid, drawn anew only when an axis changes. What lies on them follows the balance by itself, and two clip
 * windows the playhead, one for what has been, one for what lies ahead.
 */
export const Plot = memo(function Plot({ id, scaleMs, Lines, bottom, top, step }: PlotProps) {
  return (
    <ComposedChart
      responsive
      className={styles.plot ?? ''}
      data={NO_SERIES}
      margin={{ top: 8, right: 12, bottom: 0, left: 0 }}
      accessibilityLayer={false}
      tabIndex={-1}
    >
      <ClipWindows id={id} scaleMs={scaleMs} />
      <CartesianGrid vertical={false} stroke="var(--line)" />
      <XAxis
        {...AXIS}
        dataKey="at"
        domain={[0, scaleMs]}
        ticks={timeTicks(scaleMs)}
        tickFormatter={wholeSeconds}
        tick={AxisTick}
        height={24}
      />
      <YAxis
        {...AXIS}
        domain={[bottom, top]}
        ticks={ticksOf({ bottom, top, step })}
        tickFormatter={shortMoney}
        tick={AxisTick}
        width={64}
      />
      <Lines scaleMs={scaleMs} />
    </ComposedChart>
  )
})

const NO_SERIES: never[] = []

const AXIS = {
  type: 'number',
  allowDataOverflow: true,
  tickLine: false,
  axisLine: false,
  interval: 0,
} as const

function wholeSeconds(ms: number): string {
  return `${Math.round(ms / 1000)} s`
}
