import type { SqlTable } from '../../engines/sql.ts'
import { ResultTable } from './ResultTable.tsx'
import styles from './TablesNow.module.css'
import { rowsInWords } from './words.ts'

interface TablesNowProps {
  /** Null while they are being made. */
  tables: readonly SqlTable[] | null
  /** Shown above, where there are several. */
  heading?: string
}

/** Every table with the rows it has now. */
export function TablesNow({ tables, heading }: TablesNowProps) {
  return (
    <section className={styles.tables} aria-label={heading ?? 'The tables now'}>
      {heading && <p className={styles.heading}>{heading}</p>}
      {tables === null && <p className={styles.empty}>The rows of the tables appear here.</p>}
      {tables?.length === 0 && <p className={styles.empty}>There is no table yet.</p>}
      {tables?.map(({ name, columns, rows, isCut }) => (
        <ResultTable
          key={name}
          name={heading ? `${heading}: ${name}` : `Rows of ${name}`}
          columns={columns}
          rows={rows}
          caption={`${name}: ${isCut ? `more than ${rowsInWords(rows.length)}, the first of them` : rowsInWords(rows.length)}`}
        />
      ))}
    </section>
  )
}
