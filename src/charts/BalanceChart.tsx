import { type CSSProperties, useId } from 'react'
import { money, seconds } from '../narrate/words.ts'
import type { BalancePoint } from '../store/selectors.ts'
import { balanceAxis } from './axes.ts'
import styles from './BalancePanel.module.css'
import { GapMark } from './GapMark.tsx'
import { Plot } from './Plot.tsx'
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
        <Plot id={id} scaleMs={scaleMs} Lines={BalanceLines} {...balanceAxis(points)} />
      </Points>
    </div>
  )
}

function BalanceLines({ scaleMs }: { scaleMs: number }) {
  return (
    <>
      <Stairs scaleMs={scaleMs} />
      <GapMark scaleMs={scaleMs} />
    </>
  )
}

/** The picture in one sentence, for those who do not see it; the table has the rest. */
function chartLabel(points: readonly BalancePoint[]): string {
  const last = points.at(-1)
  if (!last || points.length === 1) return 'Balance over time: no change yet.'
  return `Balance over time: ${points.length === 2 ? '1 change' : `${points.length - 1} changes`}, the last at ${seconds(last.at)} to ${money(last.balance)}.`
}
