import type { Counted } from '../../src/sim/testing/counts.ts'

const HEAD = `# The larger sweeps

\`npm run test:full\` writes this file anew when all its sweeps have passed. There is no time and no chance in it: the seeds are
fixed, so the same code gives the same file, and a change of meaning shows as a change here.

A, T and H are the promises of [docs/promises.md](../docs/promises.md); \`A 1/8\` is broken by a counterexample of one piece
of bad luck and eight choices. Exploring stops at 300,000 states, without a limit of time.`

const isNumber = (value: unknown) => typeof value === 'number' || /^[\d.]+$/.test(String(value))
const shown = (value: string | number) =>
  typeof value === 'number' && value >= 1000 ? value.toLocaleString('en-US') : value

/** Rows in an order that does not hang on which test ended first. */
const sorted = (rows: readonly Counted[]) =>
  rows
    .map(row => ({ row, name: JSON.stringify(row) }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }))
    .map(({ row }) => row)

function tableOf(title: string, rows: readonly Counted[]): string {
  const columns = Object.keys(rows[0] ?? {}).filter(column => column !== 'table')
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`
  const marks = columns.map(column => (rows.every(row => isNumber(row[column])) ? '--:' : '---'))
  const body = rows.map(row => line(columns.map(column => shown(row[column] ?? ''))))
  return [`## ${title}`, '', line(columns), line(marks), ...body].join('\n')
}

/** What the columns of a kind add up to: of states there are several. */
function sumOf(rows: readonly Counted[], what: string): number {
  const counts = rows.flatMap(row => Object.entries(row).filter(([column]) => column.startsWith(what)))
  return counts.reduce((sum, [, value]) => sum + Number(value), 0)
}

function summaryOf(rows: readonly Counted[]): string {
  const all = (column: string) => sumOf(rows, column).toLocaleString('en-US')
  return `In all: ${all('states')} states explored, ${all('runs')} runs and examples, ${all('payments')} payments rolled.`
}

/** The report as Markdown: a table for each that rows name, every table's rows in a fixed order. */
export function reportOf(rows: readonly Counted[]): string {
  const tables = [...new Set(rows.map(({ table }) => table))].sort()
  const parts = tables.map(table => tableOf(table, sorted(rows.filter(row => row.table === table))))
  return `${[HEAD, summaryOf(rows), ...parts].join('\n\n')}\n`
}
