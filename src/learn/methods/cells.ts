import { judge, type Quality, type RestMethod } from '../../sim/index.ts'

/** The methods of the table, in the article's order, and PATCH. */
export const ROWS = ['GET', 'PUT', 'DELETE', 'POST', 'PATCH'] as const satisfies readonly RestMethod[]
export const COLUMNS = ['safe', 'idempotent'] as const satisfies readonly Quality[]

export type Row = (typeof ROWS)[number]
/** What one has said of each cell, by {@link cellOf}. */
export type Claims = Readonly<Record<string, 'yes' | 'no'>>

/** A cell's name. */
export function cellOf(row: Row, column: Quality): string {
  return `${row} ${column}`
}

/** Every cell of the table. */
export const CELLS = ROWS.flatMap(row => COLUMNS.map(column => ({ row, column, name: cellOf(row, column) })))

/** Whether a claim agrees with what happens when the world runs it. */
export function agrees(row: Row, column: Quality, claim: 'yes' | 'no'): boolean {
  return judge(row, column).holds === (claim === 'yes')
}
