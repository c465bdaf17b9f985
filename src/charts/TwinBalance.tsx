import { type CSSProperties, useId, useMemo } from 'react'
import { useStore } from 'zustand'
import { money, seconds } from '../narrate/words.ts'
import { balanceOf } from '../sim/index.ts'
import { useSimulator } from '../store/react.tsx'
import { type BalancePoint, balancePoints } from '../store/selectors.ts'
import type { Simulator } from '../store/simulator.ts'
import { timeScaleMs } from '../store/time-scale.ts'
import { balanceAxis } from './axes.ts'
import styles from './BalancePanel.module.css'
import { BalanceSheet } from './BalanceSheet.tsx'
import { Plot } from './Plot.tsx'
import { TwinLines, TwinPoints } from './TwinLines.tsx'

interface TwinBalanceProps {
  /** The simulator beside the one around. */
  beside: Simulator
  /** When the two parted, in virtual milliseconds; null before that was seen. */
  partingMs: number | null
  /** What each side is called. */
  names: readonly [first: string, second: string]
}

/** Both balances over time in one picture, as one line of words, and as a table. */
export function TwinBalance({ beside, partingMs, names }: TwinBalanceProps) {
  const id = useId()
  const simulator = useSimulator()
  const first = useWatchedPoints(simulator)
  const second = useWatchedPoints(beside)
  const scaleMs = useStore(simulator.store, ({ watchedMs }) => timeScaleMs(watchedMs))
  const balances = [useBalance(simulator), useBalance(beside)] as const
  const points = useMemo(() => ({ first, second, partingMs }), [first, second, partingMs])
  const clip = id.replace(/[^a-zA-Z0-9]/g, '')
  const windows = { '--past': `url(#${clip}past)`, '--ahead': `url(#${clip}ahead)` } as CSSProperties
  const summary =
    balances[0] === balances[1]
      ? `${money(balances[0])} on both sides`
      : `${money(balances[0])} against ${money(balances[1])}`
  return (
    <BalanceSheet summary={summary} table={() => <TwinTable first={first} second={second} names={names} />}>
      <ul className={styles.legend}>
        {names.map((name, index) => (
          <li key={name}>
            <svg width="24" height="8" aria-hidden="true">
              <path d="M0 4h24" className={index === 0 ? styles.firstLine : styles.secondLine} />
            </svg>
            {name}
          </li>
        ))}
      </ul>
      <div className={styles.chart} style={windows} role="img" aria-label={labelOf(first, second, names)}>
        <TwinPoints value={points}>
          <Plot id={clip} scaleMs={scaleMs} Lines={TwinLines} {...balanceAxis([...first, ...second])} />
        </TwinPoints>
      </div>
    </BalanceSheet>
  )
}

function useBalance({ store }: Simulator): number {
  return useStore(store, ({ frame }) => balanceOf(frame.state))
}

/** The changes of a balance, as far as has been watched. */
function useWatchedPoints({ store }: Simulator): readonly BalancePoint[] {
  const trace = useStore(store, state => state.trace)
  const all = useMemo(() => balancePoints(trace, trace.endMs), [trace])
  const count = useStore(store, ({ watchedMs }) => all.filter(({ at }) => at <= watchedMs).length)
  return useMemo(() => all.slice(0, count), [all, count])
}

interface TwinTableProps {
  first: readonly BalancePoint[]
  second: readonly BalancePoint[]
  names: readonly [string, string]
}

function TwinTable({ first, second, names }: TwinTableProps) {
  const times = [...new Set([...first, ...second].map(({ at }) => at))].sort((a, b) => a - b)
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Time</th>
          {names.map(name => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {times.map(at => (
          <tr key={at}>
            <td>{seconds(at)}</td>
            <td>{money(balanceAt(first, at))}</td>
            <td>{money(balanceAt(second, at))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function balanceAt(points: readonly BalancePoint[], ms: number): number {
  return points.findLast(({ at }) => at <= ms)?.balance ?? 0
}

/** The picture in one sentence, for those who do not see it; the table has the rest. */
function labelOf(
  first: readonly BalancePoint[],
  second: readonly BalancePoint[],
  names: readonly [string, string],
): string {
  const said = [first, second].map((points, index) => {
    const count = points.length - 1
    const changes = count === 0 ? 'no change yet' : `${count} ${count === 1 ? 'change' : 'changes'}`
    return `${names[index]}: ${changes}, ${money(points.at(-1)?.balance ?? 0)}`
  })
  return `Both balances over time. ${said.join('. ')}.`
}
