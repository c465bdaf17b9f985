import { useMemo } from 'react'
import { money, seconds } from '../narrate/words.ts'
import { balanceOf, expectedBalance } from '../sim/index.ts'
import { useSimulatorState } from '../store/react.tsx'
import { type BalancePoint, balancePoints } from '../store/selectors.ts'
import { timeScaleMs } from '../store/time-scale.ts'
import { BalanceChart } from './BalanceChart.tsx'
import styles from './BalancePanel.module.css'
import { BalanceSheet } from './BalanceSheet.tsx'

/** The balance over time as a picture, as one line of words, and as a table. */
export function BalancePanel() {
  const trace = useSimulatorState(state => state.trace)
  const all = useMemo(() => balancePoints(trace, trace.endMs), [trace])
  const count = useSimulatorState(({ watchedMs }) => all.filter(({ at }) => at <= watchedMs).length)
  const points = useMemo(() => all.slice(0, count), [all, count])
  const scaleMs = useSimulatorState(({ watchedMs }) => timeScaleMs(watchedMs))
  const balance = useSimulatorState(({ frame }) => balanceOf(frame.state))
  const expected = useSimulatorState(({ frame }) => expectedBalance(frame.state))
  return (
    <BalanceSheet summary={summaryOf(balance, expected)} table={() => <BalanceTable points={points} />}>
      <BalanceChart points={points} scaleMs={scaleMs} />
    </BalanceSheet>
  )
}

function BalanceTable({ points }: { points: readonly BalancePoint[] }) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Time</th>
          <th scope="col">Balance</th>
          <th scope="col">Should be</th>
        </tr>
      </thead>
      <tbody>
        {points.map(({ at, balance, expected }) => (
          <tr key={at}>
            <td>{seconds(at)}</td>
            <td>{money(balance)}</td>
            <td>{money(expected)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function summaryOf(balance: number, expected: number): string {
  if (balance === expected) return `${money(balance)}, as it should be`
  return `${money(balance)}, should be ${money(expected)}`
}
