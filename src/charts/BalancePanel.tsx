import { useId, useMemo, useState } from 'react'
import { money, seconds } from '../narrate/words.ts'
import { balanceOf, expectedBalance } from '../sim/index.ts'
import { useSimulatorState } from '../store/react.tsx'
import { type BalancePoint, balancePoints, timeScaleMs } from '../store/selectors.ts'
import { Button } from '../ui/Button.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { BalanceChart } from './BalanceChart.tsx'
import styles from './BalancePanel.module.css'
import { useSettled } from './useSettled.ts'

/** Drawing the chart takes longer than a frame; so while it runs a change is drawn at once, but the next one not within most of a second. */
const CHART_APART_MS = 800

/** The balance over time as a picture, as one line of words, and as a table. */
export function BalancePanel() {
  const id = useId()
  const [asTable, setAsTable] = useState(false)
  const trace = useSimulatorState(state => state.trace)
  const watchedMs = useSimulatorState(state => state.watchedMs)
  const state = useSimulatorState(simulated => simulated.frame.state)
  const all = useMemo(() => balancePoints(trace, trace.endMs), [trace])
  const count = all.filter(({ at }) => at <= watchedMs).length
  const shown = all.slice(0, count)
  // The same points must be the same array, or the chart would take every press for a change of the balance.
  const content = shown.map(({ at, balance, expected }) => `${at} ${balance} ${expected}`).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the content stands for the array
  const points = useMemo(() => shown, [content])
  const running = useSimulatorState(simulated => simulated.status === 'running')
  const apartMs = running ? CHART_APART_MS : 0
  const drawn = useSettled(points, apartMs)
  const scaleMs = useSettled(timeScaleMs(watchedMs), apartMs)
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
      {summaryOf(balanceOf(state), expectedBalance(state))}
    </span>
  )
  return (
    <Sheet heading="Balance" note={note} className={styles.panel}>
      <BalanceChart points={drawn} scaleMs={scaleMs} />
      <div id={id} hidden={!asTable}>
        <BalanceTable points={points} />
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
