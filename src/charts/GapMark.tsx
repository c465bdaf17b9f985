import { useXAxisScale, useYAxisScale, ZIndexLayer } from 'recharts'
import { shortMoney } from '../narrate/words.ts'
import { useSimulatorState } from '../store/react.tsx'
import type { BalancePoint } from '../store/selectors.ts'
import styles from './BalancePanel.module.css'
import { usePoints } from './points.ts'

/** Between the mark and its words, and at most for one letter of them, in pixels. */
const APART = 12
const LETTER = 7.5

/** Where the balance parted from what it should be: a ring at its end, and by how much in words. */
export function GapMark({ scaleMs }: { scaleMs: number }) {
  const point = usePoints().at(-1)
  return point && point.balance !== point.expected ? <Mark point={point} scaleMs={scaleMs} /> : null
}

function Mark({ point, scaleMs }: { point: BalancePoint; scaleMs: number }) {
  const scale = useXAxisScale()
  const x = scale?.(point.at)
  const end = scale?.(scaleMs)
  const y = useYAxisScale()
  const low = y?.(point.balance)
  const high = y?.(point.expected)
  const ahead = useSimulatorState(state => state.frame.atMs < point.at)
  if (x === undefined || end === undefined || low === undefined || high === undefined) return null
  const missing = point.expected - point.balance
  const words = `${shortMoney(Math.abs(missing))} ${missing > 0 ? 'too much' : 'never charged'}`
  const right = x + APART + words.length * LETTER <= end
  return (
    <ZIndexLayer zIndex={600}>
      <g opacity={ahead ? 0.35 : 1}>
        <path d={`M${x} ${high}V${low}`} stroke="var(--lost)" strokeWidth={3} />
        <circle cx={x} cy={low} r={5} fill="var(--sheet)" stroke="var(--lost)" strokeWidth={2.4} />
        {!ahead && (
          <text
            x={right ? x + APART : x - APART}
            y={(low + high) / 2 + 4}
            textAnchor={right ? 'start' : 'end'}
            className={styles.gap}
          >
            {words}
          </text>
        )}
      </g>
    </ZIndexLayer>
  )
}
