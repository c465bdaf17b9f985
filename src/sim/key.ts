import type { Payment } from './client/payment.ts'
import type { State } from './state.ts'

/**
 * A text that two states share only if the same may still happen and the same verdicts may still be reached.
 * Not a serialisation: charge ids, which attempt was charged and which of two equal workers works are left out.
 */
export function key(state: State): string {
  const { settings, payments, wires, inbox, workers, store, ledger } = state
  const set = Object.values(settings).join(' ')
  const people = payments.map(
    (payment, index) => `${paymentKey(payment)}:${count(ledger.charges, index + 1)}`,
  )
  const flying = wires
    .map(message => `${message.id}=${'answer' in message ? message.answer.status : ''}`)
    .sort()
  const waiting = inbox.map(message => message.id)
  const working = workers
    .map(work =>
      work ? `${work.handler} ${work.message.id} ${JSON.stringify(work.results, withoutId)}` : '-',
    )
    .sort()
  const remembered = Object.keys(store)
    .sort()
    .map(name => {
      const record = store[name]
      return `${name}=${record?.status} ${record?.fingerprint} ${record?.answer?.status ?? ''}`
    })
  return [set, people, flying, waiting, working, remembered].map(String).join('|')
}

function paymentKey({ amount, keys, card, attempts, belief, closed }: Payment): string {
  return `${amount} ${keys} ${card} ${attempts} ${belief} ${closed}`
}

function count(charges: readonly { payment: number }[], payment: number): number {
  return charges.filter(charge => charge.payment === payment).length
}

/** A charge's id and the answer's body name the attempt; neither decides anything later. */
function withoutId(name: string, value: unknown): unknown {
  return name === 'id' || name === 'body' || name === 'headers' ? undefined : value
}
