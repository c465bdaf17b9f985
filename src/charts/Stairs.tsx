import { useXAxisScale, useYAxisScale } from 'recharts'
import styles from './BalancePanel.module.css'
import { usePoints } from './points.ts'
import { stair } from './stair.ts'

/**
 * The balance as a stair, what it should be as a dashed one, and the gap between them filled; once in each clip window.
 * They are paths on the chart's scales and no series of its own: a charge then draws these alone, not the whole chart.
 */
export function Stairs({ scaleMs }: { scaleMs: number }) {
  const points = usePoints()
  const x = useXAxisScale()
  const y = useYAxisScale()
  if (!x || !y) return null
  const balance = points.map(each => ({ x: x(each.at) ?? 0, y: y(each.balance) ?? 0 }))
  const expected = points.map(each => ({ x: x(each.at) ?? 0, y: y(each.expected) ?? 0 }))
  const end = x(scaleMs) ?? 0
  const down = stair(balance, end)
  const level = stair(expected, end)
  const gap = `M${down}L${stair(expected, end, true)}Z`
  return (
    <>
      {(['past', 'ahead'] as const).map(window => (
        <g key={window} className={styles[window]} fill="none">
          <path d={gap} fill="var(--lost-wash)" />
          <path d={`M${level}`} stroke="var(--ink-3)" strokeWidth={1.5} strokeDasharray="5 4" />
          <path d={`M${down}`} stroke="var(--ink)" strokeWidth={2.2} />
        </g>
      ))}
    </>
  )
}
