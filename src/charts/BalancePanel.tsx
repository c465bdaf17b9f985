import { useId, useMemo, useState } from 'react'
import { money, seconds } from '../narrate/words.ts'
import { balanceOf, expectedBalance } from '../sim/index.ts'
import { useSimulatorState } from '../store/react.tsx'
import { type BalancePoint, balancePoints } from '../store/selectors.ts'
import { timeScaleMs } from '../store/time-scale.ts'
import { Button } from '../ui/Button.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { BalanceChart } from './BalanceChart.tsx'
import styles from './BalancePanel.module.css'

/** The balance over time as a picture, as one line of words, and as a table. */
export function BalancePanel() {
  const id = useId()
  const [asTable, setAsTable] = useState(false)
  const trace = useSimulatorState(state => state.trace)
  const all = useMemo(() => balancePoints(trace, trace.endMs), [trace])
  const count = useSimulatorState(({ watchedMs }) => all.filter(({ at }) => at <= watchedMs).length)
  const points = useMemo(() => all.slice(0, count), [all, count])
  const scaleMs = useSimulatorState(({ watchedMs }) => timeScaleMs(watchedMs))
  const balance = useSimulatorState(({ frame }) => balanceOf(frame.state))
  const expected = useSimulatorState(({ frame }) => expectedBalance(frame.state))
  const note = (
    <span className={styles.note}>
      <Button
        variant="quiet"
        className={styles.toggle}
        aria-expanded={asTable}
        aria-controls={id}
        onClick={() => setAsTable(!asTable)}
      >
        As a table
      </Button>
      {summaryOf(balance, expected)}
    </span>
  )
  return (
    <Sheet heading="Balance" note={note} className={styles.panel}>
      <BalanceChart points={points} scaleMs={scaleMs} />
      <div id={id} hidden={!asTable}>
        {asTable && <BalanceTable points={points} />}
      </div>
    </Sheet>
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
