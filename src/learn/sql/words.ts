import type { SqlAnswer, SqlError, SqlResult } from '../../engines/sql.ts'

/** Why there is nothing to see of a run. */
export const NO_RUN = 'The database did not answer. It begins anew: try it once more.'

/** `2 rows`. */
export const rowsInWords = (count: number) => `${count} ${count === 1 ? 'row' : 'rows'}`

/** An error's code as a program sees it: `SQLITE_CONSTRAINT_UNIQUE (2067)`, `23505`. */
export const codeInWords = ({ code, number }: SqlError) =>
  number === undefined ? code : `${code} (${number})`

/** What came of a statement, without its error. */
export function resultInWords({ changes, columns, rows, isCut }: SqlResult): string {
  if (columns.length > 0) {
    const shown = isCut ? `the first ${rowsInWords(rows.length)}; the rest is cut` : rowsInWords(rows.length)
    return changes === null ? shown : `${rowsInWords(changes)} changed, ${shown} returned`
  }
  return changes === null ? 'done' : `${rowsInWords(changes)} changed`
}

/** What came of a script, in a sentence or two. */
export function ranInWords({ results, isRolledBack }: SqlAnswer): string {
  const refused = results.filter(({ error }) => error)
  const [first] = refused
  return [
    `${results.length} ${results.length === 1 ? 'statement' : 'statements'} run, ${refused.length} refused.`,
    first?.error && `Line ${first.error.line}: ${first.error.message}.`,
    isRolledBack && 'A transaction was left open and was rolled back.',
  ]
    .filter(Boolean)
    .join(' ')
}
