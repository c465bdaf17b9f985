import { createContext, useContext } from 'react'
import { usePlotArea, useXAxisScale, useYAxisScale, ZIndexLayer } from 'recharts'
import { useSimulatorState } from '../store/react.tsx'
import type { BalancePoint } from '../store/selectors.ts'
import styles from './BalancePanel.module.css'
import { stair } from './stair.ts'

interface Both {
  readonly first: readonly BalancePoint[]
  readonly second: readonly BalancePoint[]
  /** When the two parted, in virtual milliseconds; null before that was seen. */
  readonly partingMs: number | null
}

/** What a twin's chart draws. Not handed down as a property: it changes often, and the chart around it seldom. */
export const TwinPoints = createContext<Both>({ first: [], second: [], partingMs: null })

/** Both balances as stairs, the gap between them filled, and where they part. */
export function TwinLines({ scaleMs }: { scaleMs: number }) {
  const { first, second } = useContext(TwinPoints)
  const x = useXAxisScale()
  const y = useYAxisScale()
  if (!x || !y) return null
  const places = (points: readonly BalancePoint[]) =>
    points.map(({ at, balance }) => ({ x: x(at) ?? 0, y: y(balance) ?? 0 }))
  const end = x(scaleMs) ?? 0
  const [a, b] = [stair(places(first), end), stair(places(second), end)]
  const gap = `M${a}L${stair(places(second), end, true)}Z`
  return (
    <>
      {(['past', 'ahead'] as const).map(window => (
        <g key={window} className={styles[window]} fill="none">
          <path d={gap} fill="var(--way-wash)" />
          <path d={`M${a}`} className={styles.firstLine} />
          <path d={`M${b}`} className={styles.secondLine} />
        </g>
      ))}
      <PartingMark />
    </>
  )
}

/** Room for the word beside the mark, in pixels. */
const WORD_PX = 70

function PartingMark() {
  const { partingMs } = useContext(TwinPoints)
  const at = useXAxisScale()?.(partingMs ?? 0)
  const plot = usePlotArea()
  const ahead = useSimulatorState(state => partingMs !== null && state.frame.atMs < partingMs)
  if (partingMs === null || at === undefined || !plot) return null
  // What parts them comes right of the mark; the words stand left of it, where there is room.
  const left = at - WORD_PX > plot.x
  return (
    <ZIndexLayer zIndex={600}>
      <g opacity={ahead ? 0.35 : 1}>
        <path d={`M${at} ${plot.y}v${plot.height}`} stroke="var(--ink)" strokeWidth={1.5} />
        <circle cx={at} cy={plot.y + plot.height} r={4} fill="var(--ink)" />
        <text
          x={left ? at - 8 : at + 8}
          y={plot.y + plot.height - 8}
          textAnchor={left ? 'end' : 'start'}
          className={styles.halo}
        >
          they part
        </text>
      </g>
    </ZIndexLayer>
  )
}
