import { type CSSProperties, memo, useId } from 'react'
import { Area, AreaChart, CartesianGrid, XAxis, YAxis } from 'recharts'
import { money, seconds, shortMoney } from '../narrate/words.ts'
import type { BalancePoint } from '../store/selectors.ts'
import { balanceAxis, timeTicks } from './axes.ts'
import styles from './BalancePanel.module.css'
import { ClipWindows } from './ClipWindows.tsx'
import { GapMark } from './GapMark.tsx'

interface BalanceChartProps {
  points: readonly BalancePoint[]
  /** What the time axis ends at, in virtual milliseconds. */
  scaleMs: number
}

/**
 * The balance as a stair, what it should be as a dashed one, and the gap filled. It is drawn anew when the balance
 * changes, not with the time: two clip windows follow the playhead, one for what has been, one for what lies ahead.
 */
export const BalanceChart = memo(function BalanceChart({ points, scaleMs: scale }: BalanceChartProps) {
  const id = useId().replace(/[^a-zA-Z0-9]/g, '')
  const axis = balanceAxis(points)
  const last = points.at(-1)
  const data = [...points, ...(last ? [{ ...last, at: scale }] : [])].map(point => ({
    ...point,
    gap: [point.balance, point.expected],
  }))
  const drop = last && last.balance !== last.expected ? last : null
  const stair = { type: 'stepAfter', isAnimationActive: false, activeDot: false, dot: false } as const
  // Drawn twice, once in each window; recharts lifts its areas out of any group one puts them in.
  const lines = (window: 'past' | 'ahead') => (
    <>
      <Area
        {...stair}
        className={styles[window] ?? ''}
        dataKey="gap"
        stroke="none"
        fill="var(--lost-wash)"
        fillOpacity={1}
      />
      <Area
        {...stair}
        className={styles[window] ?? ''}
        dataKey="expected"
        fill="none"
        stroke="var(--ink-3)"
        strokeWidth={1.5}
        strokeDasharray="5 4"
      />
      <Area
        {...stair}
        className={styles[window] ?? ''}
        dataKey="balance"
        fill="none"
        stroke="var(--ink)"
        strokeWidth={2.2}
      />
    </>
  )
  const windows = { '--past': `url(#${id}past)`, '--ahead': `url(#${id}ahead)` } as CSSProperties
  return (
    <div className={styles.chart} style={windows} role="img" aria-label={chartLabel(points)}>
      <AreaChart
        responsive
        className={styles.plot ?? ''}
        data={data}
        margin={{ top: 8, right: 12, bottom: 0, left: 0 }}
        accessibilityLayer={false}
        tabIndex={-1}
      >
        <ClipWindows id={id} scaleMs={scale} />
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          {...AXIS}
          dataKey="at"
          domain={[0, scale]}
          ticks={timeTicks(scale)}
          tickFormatter={wholeSeconds}
          height={24}
        />
        <YAxis {...AXIS} domain={axis.domain} ticks={axis.ticks} tickFormatter={shortMoney} width={64} />
        {lines('past')}
        {lines('ahead')}
        {drop && <GapMark point={drop} scaleMs={scale} />}
      </AreaChart>
    </div>
  )
})

const AXIS = { type: 'number', tickLine: false, axisLine: false, interval: 0 } as const

function wholeSeconds(ms: number): string {
  return `${Math.round(ms / 1000)} s`
}

/** The picture in one sentence, for those who do not see it; the table has the rest. */
function chartLabel(points: readonly BalancePoint[]): string {
  const last = points.at(-1)
  if (!last || points.length === 1) return 'Balance over time: no change yet.'
  return `Balance over time: ${points.length === 2 ? '1 change' : `${points.length - 1} changes`}, the last at ${seconds(last.at)} to ${money(last.balance)}.`
}
