export type Cell = string | number | null | undefined

/**
 * A table as CSV (RFC 4180): lines end with CRLF, a cell with a comma, a quote or a line break is quoted.
 *
 * A text that begins like a formula gets no apostrophe before it. Spreadsheets would hide that, but every other reader
 * would take it for data; and what is written here are ids, key names and our own sentences, none of which begins so.
 */
export function csvOf(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [header, ...rows].map(row => `${row.map(cellOf).join(',')}\r\n`).join('')
}

function cellOf(cell: Cell): string {
  const text = String(cell ?? '')
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
