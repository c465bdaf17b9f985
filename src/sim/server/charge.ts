import type { ProtoEvent } from '../event.ts'
import type { KeyName } from '../idempotency/record.ts'
import { chargesOf, post } from '../ledger/account.ts'
import type { RequestMessage } from '../network/message.ts'
import type { State } from '../state.ts'
import type { StagedCharge } from './operation.ts'
import type { Tell } from './tell.ts'
import type { Work } from './worker.ts'

/** The id of the charge that a request makes. */
export function chargeId({
  payment,
  attempt,
  copy,
}: Pick<RequestMessage, 'payment' | 'attempt' | 'copy'>): string {
  return copy === 1 ? `ch_${payment}_${attempt}` : `ch_${payment}_${attempt}_${copy}`
}

/** The charge a request asks for, before it is in the ledger. */
export function stage({ message }: Work): StagedCharge {
  const { amount, card } = message.payload
  return { id: chargeId(message), amount, declined: card !== 'tok_ok', failed: false }
}

/** Puts a charge into the ledger, unless the card is declined or its key is there already; the row the ledger has in the end. */
export function charge(
  state: State,
  work: Work,
  row: StagedCharge,
  key: KeyName | null,
  tell: Tell,
): [State, StagedCharge, ProtoEvent] {
  const { amount } = row
  if (row.declined) return [state, row, tell('ledger.declined', null, { amount })]
  const known = key === null ? undefined : state.ledger.charges.find(charged => charged.key === key)
  if (known) {
    const data = { charge: known.id, amount, known: true }
    return [state, { ...row, id: known.id }, tell('store.read', null, data)]
  }
  const { payment, attempt } = work.message
  const ledger = post(state.ledger, { id: row.id, payment, attempt, amount, handler: work.handler, key })
  const number = chargesOf(ledger, payment)
  const data = { charge: row.id, amount, number, balance: ledger.customer }
  return [{ ...state, ledger }, row, tell('ledger.charged', null, data)]
}
