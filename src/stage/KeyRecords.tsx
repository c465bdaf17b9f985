import { shortKey, statusLine } from '../narrate/words.ts'
import type { Frame, Trace } from '../sim/index.ts'
import { useSimulatorState } from '../store/react.tsx'
import { currentPayment } from '../store/selectors.ts'
import { Chip } from '../ui/Chip.tsx'
import styles from './Bank.module.css'

/** The keys the bank has seen, and what it remembers of each: the newest so many, the others counted. */
export function KeyRecords({ most }: { most: number }) {
  const frame = useSimulatorState(state => state.frame)
  const trace = useSimulatorState(state => state.trace)
  const records = Object.entries(frame.state.store)
  const earlier = records.length - most
  return (
    <table className={styles.table}>
      <caption>Keys the bank has seen{earlier > 0 && `, ${earlier} more before these`}</caption>
      <tbody>
        {records.slice(-most).map(([name, record]) => (
          <tr key={name}>
            <td className={styles.key}>{shortKey(uuidOf(trace, record.key))}</td>
            <td>
              {record.status === 'processing' ? (
                <Chip tone="way">processing</Chip>
              ) : (
                <Chip tone="safe">saved {statusLine(record.answer?.status ?? 0)}</Chip>
              )}
            </td>
          </tr>
        ))}
        {records.length === 0 && (
          <tr>
            <td className={styles.none} colSpan={2}>
              {emptyText(frame)}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  )
}

/** A key is only known by its name in the world; the message that carried it has it printed. */
function uuidOf(trace: Trace, name: string): string {
  return trace.flights.find(flight => flight.key === name)?.uuid ?? name
}

function emptyText(frame: Frame): string {
  const keys = currentPayment(frame)?.keys ?? frame.state.settings.keys
  return keys === 'off' ? 'none: these requests carry no key' : 'none yet'
}
