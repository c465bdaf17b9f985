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

/**
 * Both balances as stairs, the gap between them filled from where they part on, and that moment. Before it a gap is only a
 * bank that takes longer over the same charge.
 */
export function TwinLines({ scaleMs }: { scaleMs: number }) {
  const { first, second, partingMs } = useContext(TwinPoints)
  const x = useXAxisScale()
  const y = useYAxisScale()
  if (!x || !y) return null
  const places = (points: readonly BalancePoint[]) =>
    points.map(({ at, balance }) => ({ x: x(at) ?? 0, y: y(balance) ?? 0 }))
  const end = x(scaleMs) ?? 0
  const [a, b] = [stair(places(first), end), stair(places(second), end)]
  const parted = partingMs === null ? null : [first, second].map(points => places(from(points, partingMs)))
  const gap = parted?.[0] && parted[1] && `M${stair(parted[0], end)}L${stair(parted[1], end, true)}Z`
  return (
    <>
      {(['past', 'ahead'] as const).map(window => (
        <g key={window} className={styles[window]} fill="none">
          {gap && <path d={gap} fill="var(--way-wash)" />}
          <path d={`M${a}`} className={styles.firstLine} />
          <path d={`M${b}`} className={styles.secondLine} />
        </g>
      ))}
      <PartingMark />
    </>
  )
}

/** The balance from a time on: what it is then, and its later changes. */
function from(points: readonly BalancePoint[], ms: number): BalancePoint[] {
  const now = points.findLast(({ at }) => at <= ms)
  const later = points.filter(({ at }) => at > ms)
  return now ? [{ ...now, at: ms }, ...later] : later
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
