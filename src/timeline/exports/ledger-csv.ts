import { balanceOf, type Trace } from '../../sim/index.ts'
import { csvOf } from './csv.ts'

const HEADER = [
  ...['id', 'at_ms', 'payment', 'attempt', 'debit', 'credit', 'amount_minor', 'customer_balance_minor'],
  ...['handler', 'request_key', 'ledger_key'],
]

/**
 * The ledger up to a time as a table: one row a charge, which debits the customer and credits the merchant. Money is in
 * integer minor units. `request_key` is the idempotency key that the attempt carried, `ledger_key` the one the ledger
 * itself was given.
 */
export function ledgerCsv(trace: Trace, untilMs: number): string {
  const uuids = new Map(trace.flights.map(({ key, uuid }) => [key, uuid]))
  const carried = new Map(
    trace.flights
      .filter(({ kind }) => kind === 'request')
      .map(({ payment, attempt, uuid }) => [`${payment}.${attempt}`, uuid]),
  )
  let balance = balanceOf(trace.opening)
  const rows = chargesUntil(trace, untilMs).map(({ at, charge }) => {
    const { id, payment, attempt, amount, handler, key } = charge
    balance -= amount
    return [
      ...[id, at, `p${payment}`, attempt, 'customer', 'merchant', amount, balance, handler],
      carried.get(`${payment}.${attempt}`),
      key && (uuids.get(key) ?? key),
    ]
  })
  return csvOf(HEADER, rows)
}

/** The ledger's rows, each with the time at which it was posted. */
function chargesUntil(trace: Trace, untilMs: number) {
  let known = trace.opening.ledger.charges.length
  return trace.steps
    .filter(({ at }) => at <= untilMs)
    .flatMap(({ at, state }) => {
      const posted = state.ledger.charges.slice(known)
      known = state.ledger.charges.length
      return posted.map(charge => ({ at, charge }))
    })
}
