import { type ReactNode, useId, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import styles from './BalancePanel.module.css'

interface BalanceSheetProps {
  /** The balance in one line of words. */
  summary: string
  /** The same as the picture, made only while it is asked for. */
  table: () => ReactNode
  children: ReactNode
}

/** The panel around a picture of balances: its one line of words, and its table behind a button. */
export function BalanceSheet({ summary, table, children }: BalanceSheetProps) {
  const id = useId()
  const [asTable, setAsTable] = useState(false)
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
      {summary}
    </span>
  )
  return (
    <Sheet heading="Balance" note={note} className={styles.panel}>
      {children}
      <div id={id} hidden={!asTable}>
        {asTable && table()}
      </div>
    </Sheet>
  )
}
