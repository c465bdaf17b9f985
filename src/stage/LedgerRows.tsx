import { useMemo } from 'react'
import { money, seconds } from '../narrate/words.ts'
import { useSimulatorState } from '../store/react.tsx'
import styles from './Bank.module.css'

/** The ledger's rows: when, for which attempt, how much. A second charge of the same payment says so; the newest so many, the others counted. */
export function LedgerRows({ most }: { most: number }) {
  const trace = useSimulatorState(state => state.trace)
  const eventCount = useSimulatorState(state => state.frame.eventCount)
  const manyPayments = useSimulatorState(state => state.frame.state.payments.length > 1)
  const rows = useMemo(
    () => trace.events.slice(0, eventCount).filter(event => event.kind === 'ledger.charged'),
    [trace, eventCount],
  )
  const earlier = rows.length - most
  return (
    <table className={styles.table}>
      <caption>Ledger{earlier > 0 && `, ${earlier} more before these`}</caption>
      <tbody>
        {rows.slice(-most).map(({ id, at, payment, attempt, data }) => {
          const again = Number(data?.number) > 1
          return (
            <tr key={id} className={again ? styles.again : undefined}>
              <td className={again ? undefined : styles.time}>{seconds(at)}</td>
              <td>
                {manyPayments && `payment ${payment?.slice(1)}, `}attempt {attempt}
                {isCopys(data?.charge) && ', copy'}
                {again && ', again'}
              </td>
              <td>{money(-Number(data?.amount))}</td>
            </tr>
          )
        })}
        {rows.length === 0 && (
          <tr>
            <td className={styles.none} colSpan={3}>
              no charge yet
            </td>
          </tr>
        )}
      </tbody>
    </table>
  )
}

/** Whether a request's copy made the charge: `ch_1_2_2` is that of payment 1, attempt 2, copy 2. */
function isCopys(charge: unknown): boolean {
  return String(charge).split('_').length > 3
}
