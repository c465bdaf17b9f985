import { type ReactNode, useEffect, useState } from 'react'
import { money } from '../../narrate/words.ts'
import { useSimulator, useSimulatorState } from '../../store/react.tsx'
import { Button } from '../../ui/Button.tsx'
import { LockablePart } from '../../ui/Locked.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { useWatched } from '../world/use-lab-session.ts'
import { type RunRecord, recordOf } from './record.ts'
import styles from './TwoRuns.module.css'

type Records = Partial<Record<RunRecord['keys'], RunRecord>>

/** What happened without keys and with them, the last run of each. */
export function TwoRuns() {
  const records = useRecords()
  const { without, with: keyed } = records
  const isSame = without !== undefined && without.sign === keyed?.sign
  return (
    // The button in it goes with its run: the card keeps the focus.
    <Sheet
      tabIndex={-1}
      heading="Two runs"
      level={3}
      note={isSame ? 'Same presses, same bad luck' : undefined}
    >
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Run</th>
            <th scope="col">Presses</th>
            <th scope="col">Charges</th>
            <th scope="col">Balance</th>
          </tr>
        </thead>
        <tbody>
          <Row name="Without keys" record={without} empty="Keys off: press Pay until you are told “paid”." />
          <Row
            name="With keys"
            record={keyed}
            empty={without ? <AgainWithKeys /> : 'Then the same with keys on.'}
          />
        </tbody>
      </table>
      {isSame && keyed && (
        <p className={styles.lesson}>
          The network did the same to both. Keys did not mend it: they kept{' '}
          {money(keyed.balance - without.balance)}.
        </p>
      )}
    </Sheet>
  )
}

function AgainWithKeys() {
  const simulator = useSimulator()
  return (
    <LockablePart name="settings">
      <LockablePart name="keys">
        <Button
          variant="quiet"
          onClick={({ currentTarget }) => {
            currentTarget.closest('section')?.focus({ preventScroll: true })
            simulator.rerun({ keys: 'per-payment' })
          }}
        >
          Press the same again, with keys
        </Button>
      </LockablePart>
    </LockablePart>
  )
}

interface RowProps {
  name: string
  record: RunRecord | undefined
  empty: ReactNode
}

function Row({ name, record, empty }: RowProps) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {record ? (
        <>
          <td data-label="Presses">
            {record.presses}
            {record.retries > 0 && ` and ${record.retries} by itself`}
          </td>
          <td data-label="Charges">{record.charges}</td>
          <td data-label="Balance">{money(record.balance)}</td>
        </>
      ) : (
        <td colSpan={3} className={styles.none}>
          {empty}
        </td>
      )}
    </tr>
  )
}

/** The last run of either kind that was watched to its end. */
function useRecords(): Records {
  const watched = useWatched()
  const session = useSimulatorState(state => state.session)
  const [records, setRecords] = useState<Records>({})
  useEffect(() => {
    const record = watched && recordOf(session, watched)
    if (record) setRecords(before => ({ ...before, [record.keys]: record }))
  }, [watched, session])
  return records
}
