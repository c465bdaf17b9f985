import type { SqlTable } from '../../engines/sql.ts'
import { ResultTable } from './ResultTable.tsx'
import styles from './TablesNow.module.css'
import { rowsInWords } from './words.ts'

interface TablesNowProps {
  /** Null while they are being made. */
  tables: readonly SqlTable[] | null
  /** Whose tables, where there are several. */
  of?: string
}

/** Every table with the rows it has now. */
export function TablesNow({ tables, of }: TablesNowProps) {
  const rest = of ? ` ${of}` : ''
  return (
    <section className={styles.tables} aria-label={`The tables now${rest}`}>
      {tables === null && <p className={styles.empty}>The rows of the tables will stand here.</p>}
      {tables?.length === 0 && <p className={styles.empty}>There is no table.</p>}
      {tables?.map(({ name, columns, rows, isCut }) => (
        <ResultTable
          key={name}
          name={`Rows of ${name}${rest}`}
          columns={columns}
          rows={rows}
          caption={`${name}: ${isCut ? `more than ${rowsInWords(rows.length)}, the first of them` : rowsInWords(rows.length)}`}
        />
      ))}
    </section>
  )
}
