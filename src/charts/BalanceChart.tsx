import { type CSSProperties, memo, useId } from 'react'
import { CartesianGrid, ComposedChart, XAxis, YAxis } from 'recharts'
import { money, seconds, shortMoney } from '../narrate/words.ts'
import type { BalancePoint } from '../store/selectors.ts'
import { AxisTick } from './AxisTick.tsx'
import { type Axis, balanceAxis, ticksOf, timeTicks } from './axes.ts'
import styles from './BalancePanel.module.css'
import { ClipWindows } from './ClipWindows.tsx'
import { GapMark } from './GapMark.tsx'
import { Points } from './points.ts'
import { Stairs } from './Stairs.tsx'

interface BalanceChartProps {
  points: readonly BalancePoint[]
  /** What the time axis ends at, in virtual milliseconds. */
  scaleMs: number
}

/** The balance over time as a picture with a name. */
export function BalanceChart({ points, scaleMs }: BalanceChartProps) {
  const id = useId().replace(/[^a-zA-Z0-9]/g, '')
  const windows = { '--past': `url(#${id}past)`, '--ahead': `url(#${id}ahead)` } as CSSProperties
  return (
    <div className={styles.chart} style={windows} role="img" aria-label={chartLabel(points)}>
      <Points value={points}>
        <Plot id={id} scaleMs={scaleMs} {...balanceAxis(points)} />
      </Points>
    </div>
  )
}

interface PlotProps extends Axis {
  id: string
  scaleMs: number
}

/**
 * Axes and grid, drawn anew only when an axis changes. What lies on them follows the balance by itself, and two clip
 * windows the playhead, one for what has been, one for what lies ahead.
 */
const Plot = memo(function Plot({ id, scaleMs, bottom, top, step }: PlotProps) {
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
      <Stairs scaleMs={scaleMs} />
      <GapMark scaleMs={scaleMs} />
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

/** The picture in one sentence, for those who do not see it; the table has the rest. */
function chartLabel(points: readonly BalancePoint[]): string {
  const last = points.at(-1)
  if (!last || points.length === 1) return 'Balance over time: no change yet.'
  return `Balance over time: ${points.length === 2 ? '1 change' : `${points.length - 1} changes`}, the last at ${seconds(last.at)} to ${money(last.balance)}.`
}
