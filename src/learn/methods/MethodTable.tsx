import { useState } from 'react'
import { useSimulator } from '../../store/react.tsx'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { agrees, CELLS, type Claims, COLUMNS, cellOf, ROWS } from './cells.ts'
import styles from './MethodTable.module.css'
import { Refutations } from './Refutations.tsx'
import type { Sender } from './use-sender.ts'

const OPTIONS = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
] as const

const LABELS = { safe: 'Safe?', idempotent: 'Idempotent?' } as const

/** The learner says of each method what it is; each claim is checked against runs of it. */
export function MethodTable({ sender }: { sender: Sender }) {
  const simulator = useSimulator()
  const [claims, setClaims] = useState<Claims>({})
  const [checked, setChecked] = useState<Claims>({})
  const filled = CELLS.filter(({ name }) => claims[name])
  // A claim that was changed since is not checked yet.
  const wrong = CELLS.filter(({ row, column, name }) => {
    const claim = claims[name]
    return claim !== undefined && checked[name] === claim && !agrees(row, column, claim)
  })

  function check() {
    setChecked(claims)
    const right = filled.filter(({ row, column, name }) => agrees(row, column, claims[name] ?? 'no')).length
    simulator.announce(`${right} of ${filled.length} agree with what happened.`)
  }

  return (
    <Sheet heading="Which are safe, which idempotent?" level={3}>
      <div className={styles.part}>
        <p className={styles.lead}>
          Safe: it asks for no change. Idempotent: sent ten times, it leaves what it leaves when sent once.
          Fill in what you saw, or guess.
        </p>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Method</th>
              {COLUMNS.map(column => (
                <th key={column} scope="col">
                  {LABELS[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ROWS.map(row => (
              <tr key={row}>
                <th scope="row">
                  <code>{row}</code>
                </th>
                {COLUMNS.map(column => {
                  const name = cellOf(row, column)
                  const claim = claims[name]
                  const isChecked = claim !== undefined && checked[name] === claim
                  return (
                    <td key={column} data-label={LABELS[column]}>
                      <div className={styles.cell}>
                        <Segments
                          label={`${row} is ${column}`}
                          hideLabel
                          options={OPTIONS}
                          value={claim ?? ''}
                          onChange={value => setClaims({ ...claims, [name]: value as 'yes' | 'no' })}
                        />
                        {isChecked && <Mark right={agrees(row, column, claim)} />}
                      </div>
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
        <div className={styles.actions}>
          <Button icon="check" disabled={filled.length === 0} reason="Fill in a cell first." onClick={check}>
            Check against the runs
          </Button>
          <span className={styles.count}>
            {filled.length} of {CELLS.length} filled in
          </span>
        </div>
        <Refutations wrong={wrong} all={Object.keys(checked).length > 0} claims={claims} sender={sender} />
      </div>
    </Sheet>
  )
}

function Mark({ right }: { right: boolean }) {
  return (
    <span className={styles.mark} data-right={right}>
      <Icon name={right ? 'check' : 'cross'} size={12} /> {right ? 'right' : 'wrong'}
    </span>
  )
}
