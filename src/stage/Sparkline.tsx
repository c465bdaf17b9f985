import { useMemo } from 'react'
import { OPENING_BALANCE } from '../sim/index.ts'
import { useSimulatorState } from '../store/react.tsx'
import { type BalancePoint, balancePoints } from '../store/selectors.ts'
import { timeScaleMs } from '../store/time-scale.ts'

const WIDTH = 86
const HEIGHT = 32
const INSET = 4

/** The balance as a small line, for screens on which the chart is further down. The chart has the words. */
export function Sparkline() {
  const trace = useSimulatorState(state => state.trace)
  const atMs = useSimulatorState(state => state.frame.atMs)
  const watchedMs = useSimulatorState(state => state.watchedMs)
  const shown = useMemo(() => {
    const points = balancePoints(trace, atMs)
    const lowest = Math.min(...points.map(point => point.balance), OPENING_BALANCE - 20_000)
    const x = (ms: number) => (ms / timeScaleMs(watchedMs)) * WIDTH
    const y = (minor: number) =>
      INSET + ((OPENING_BALANCE - minor) / (OPENING_BALANCE - lowest)) * (HEIGHT - 2 * INSET)
    const line = (value: (point: BalancePoint) => number) =>
      points
        .map(
          (point, index) =>
            `${index === 0 ? 'M' : 'H'}${x(point.at)}${index === 0 ? ' ' : 'V'}${y(value(point))}`,
        )
        .join('')
    const last = points.at(-1)
    return {
      balance: `${line(point => point.balance)}H${Math.max(x(atMs), 8)}`,
      expected: `${line(point => point.expected)}H${WIDTH}`,
      low: last && last.balance < last.expected ? { x: x(last.at), y: y(last.balance) } : null,
    }
  }, [trace, atMs, watchedMs])
  return (
    <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <path d={shown.expected} fill="none" stroke="var(--ink-3)" strokeDasharray="3 3" />
      <path d={shown.balance} fill="none" stroke="var(--ink)" strokeWidth="2" />
      {shown.low && (
        <circle
          cx={shown.low.x}
          cy={shown.low.y}
          r="3"
          fill="var(--sheet)"
          stroke="var(--lost)"
          strokeWidth="2"
        />
      )}
    </svg>
  )
}
