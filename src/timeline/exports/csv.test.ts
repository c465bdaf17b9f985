import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { session } from '../../sim/testing/arbitraries.ts'
import { itHolds } from '../../sim/testing/property.ts'
import { pays, run } from '../../sim/testing/run.ts'
import { csvOf } from './csv.ts'
import { eventsCsv } from './events-csv.ts'
import { ledgerCsv } from './ledger-csv.ts'

/** Reads CSV as RFC 4180 has it, and nothing else: a bare line feed or a stray quote is an error. */
function readCsv(text: string): string[][] {
  const rows: string[][] = []
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y
  let row: string[] = []
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex
    const found = cell.exec(text)
    if (!found) throw new Error(`No cell at ${at}: ${JSON.stringify(text.slice(at, at + 30))}`)
    const [, quoted, bare, end] = found
    row.push(quoted?.replaceAll('""', '"') ?? bare ?? '')
    if (end === ',') continue
    rows.push(row)
    row = []
  }
  return rows
}

/** What a spreadsheet would run instead of showing it. */
const FORMULA = /^[=+\-@\t\r]/

describe('CSV', () => {
  it('quotes what must be quoted, and ends lines with CRLF', () => {
    const rows = [
      ['a,b', 'say "hi"'],
      ['two\nlines', null],
      [-1.5, undefined],
    ]
    expect(csvOf(['x', 'y'], rows)).toBe('x,y\r\n"a,b","say ""hi"""\r\n"two\nlines",\r\n-1.5,\r\n')
  })

  it('is checked by a reader that takes nothing else', () => {
    expect(() => readCsv('a,b\nc,d\r\n')).toThrow('No cell')
    expect(() => readCsv('a,b"\r\n')).toThrow('No cell')
  })

  const table = fc.integer({ min: 1, max: 5 }).chain(width =>
    fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: width, maxLength: width }), {
      maxLength: 6,
    }),
  )
  itHolds(
    'is read as the table it was made of, whatever is in its cells',
    { seed: 22, runs: 200 },
    fc.property(table, rows => {
      expect(readCsv(csvOf(['header'], rows))).toEqual([['header'], ...rows])
    }),
  )
})

describe('the events as CSV', () => {
  it('are a row each, with causes and sentence', () => {
    const { events } = run({ latency: '700-700', responseLoss: 1 }, pays(0))
    const [header, ...rows] = readCsv(eventsCsv(events))
    expect(header?.join()).toBe('id,at_ms,actor,kind,payment,attempt,message,worker,cause,status,sentence')
    expect(rows[4]?.join()).toBe('4,1000,ledger,ledger.charged,p1,1,,w1,3,,The bank charges $100.')
    expect(rows[6]?.slice(8)).toEqual(['5', '201', 'The answer is lost.'])
  })

  itHolds(
    'have as many rows as there are events, and none begins a cell like a formula',
    { seed: 23, runs: 60 },
    fc.property(session, ({ settings, inputs }) => {
      const { events } = run(settings, inputs)
      const [, ...rows] = readCsv(eventsCsv(events))
      expect(rows.map(([id]) => Number(id))).toEqual(events.map(({ id }) => id))
      expect(rows.flat().filter(text => FORMULA.test(text))).toEqual([])
      expect(rows.every(row => row.length === 11)).toBe(true)
    }),
  )
})

describe('the ledger as CSV', () => {
  const twice = run({ latency: '700-700', responseLoss: 1, keys: 'per-attempt' }, pays(0, 2500))
  const [header, ...rows] = readCsv(ledgerCsv(twice, twice.endMs))

  it('has a row for every charge: debit, credit, and the balance after it', () => {
    expect(header?.join()).toBe(
      'id,at_ms,payment,attempt,debit,credit,amount_minor,customer_balance_minor,handler,request_key,ledger_key',
    )
    expect(rows.map(row => row.slice(0, 9).join())).toEqual([
      'ch_1_1,1300,p1,1,customer,merchant,10000,90000,one-transaction',
      'ch_1_2,3800,p1,2,customer,merchant,10000,80000,one-transaction',
    ])
  })

  it('tells the key each attempt carried, and the key the ledger was given', () => {
    const sent = twice.events.filter(({ kind }) => kind === 'attempt.sent')
    expect(rows.map(row => row[9])).toEqual(sent.map(({ request }) => request?.headers['Idempotency-Key']))
    expect(rows.map(row => row[10])).toEqual(['', ''])
    const downstream = run({ server: 'saved-response-downstream-key', keys: 'per-payment' }, pays(0))
    const [, charged] = readCsv(ledgerCsv(downstream, downstream.endMs))
    expect(charged?.[10]).toMatch(/^[\da-f-]{36}$/)
    expect(charged?.[10]).toBe(charged?.[9])
  })

  it('reaches as far as it is asked to', () => {
    expect(readCsv(ledgerCsv(twice, 3799))).toHaveLength(2)
    expect(readCsv(ledgerCsv(twice, 0))).toHaveLength(1)
    const [first] = twice.events.filter(({ kind }) => kind === 'ledger.charged')
    expect(readCsv(ledgerCsv(twice, first?.at ?? 0))).toHaveLength(2)
  })

  itHolds(
    'adds up to the balance in the end',
    { seed: 24, runs: 60 },
    fc.property(session, ({ settings, inputs }) => {
      const trace = run(settings, inputs)
      const ledger = (trace.steps.at(-1)?.state ?? trace.opening).ledger
      const [, ...charges] = readCsv(ledgerCsv(trace, trace.endMs))
      expect(charges.map(([id]) => id)).toEqual(ledger.charges.map(({ id }) => id))
      expect(Number(charges.at(-1)?.[7] ?? ledger.customer)).toBe(ledger.customer)
      const times = charges.map(([, at]) => Number(at))
      expect(times).toEqual(times.toSorted((a, b) => a - b))
      expect(charges.flat().filter(text => FORMULA.test(text) && Number.isNaN(Number(text)))).toEqual([])
    }),
  )
})
