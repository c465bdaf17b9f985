import type { SqlValue } from '../../engines/sql.ts'
import styles from './ResultTable.module.css'

interface ResultTableProps {
  name: string
  columns: readonly string[]
  rows: readonly (readonly SqlValue[])[]
  /** Shows the name above. */
  caption?: string
}

/** More characters than these are set in several lines. */
const LONG = 80

/** Columns and rows as a database gives them; NULL is told from text. */
export function ResultTable({ name, columns, rows, caption }: ResultTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
    <section className={styles.scroll} aria-label={name} tabIndex={0}>
      <table className={styles.table}>
        {caption && <caption>{caption}</caption>}
        <thead>
          <tr>
            {columns.map((column, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a result may have two columns of one name
              <th key={at} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a result may have two equal rows
            <tr key={at}>
              {row.map((value, column) => (
                <td
                  // biome-ignore lint/suspicious/noArrayIndexKey: as the columns
                  key={column}
                  data-kind={value === null ? 'null' : typeof value}
                  data-long={String(value).length > LONG || undefined}
                >
                  {value === null ? 'NULL' : value}
                </td>
              ))}
            </tr>
          ))}
          {rows.length === 0 && (
            <tr>
              <td colSpan={columns.length} data-kind="none">
                no rows
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </section>
  )
}
