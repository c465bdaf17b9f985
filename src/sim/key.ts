import type { Payment } from './client/payment.ts'
import type { IdempotencyRecord } from './idempotency/record.ts'
import { chargeCounts } from './ledger/account.ts'
import type { Message } from './network/message.ts'
import type { SeenKey, StagedCharge } from './server/operation.ts'
import { type Work, type Worker, workOf } from './server/worker.ts'
import { openPayment, type State } from './state.ts'

/**
 * A text that two states share only if the same may still happen and the same verdicts may still be reached.
 * Not a serialisation: charge ids, which of two copies or workers is which, and outcomes that no longer decide anything
 * are left out. Its parts are made once for each payment, message, work and record, since all of them are immutable.
 */
export function key(state: State): string {
  const { payments, wires, inbox, workers, store, ledger } = state
  const counts = chargeCounts(ledger)
  const open = openPayment(state)
  let text = settingsKey(state.settings)
  for (let number = 1; number <= payments.length; number += 1) {
    const payment = payments[number - 1] as Payment
    text += `|${paymentKey(payment)}${number === open ? '' : '.'}${counts[number] ?? 0}`
  }
  const flying = wires.map(messageKey)
  if (flying.length > 1) flying.sort()
  text += `|${flying.join()}|`
  for (const message of inbox) text += arrivedKey(message)
  const own = state.settings.memory === 'per-instance'
  const working = workers.map(worker => workerKey(worker, store))
  // Workers are interchangeable unless each has a memory of its own.
  if (!own) working.sort()
  text += `|${working.join()}|`
  const names = Object.keys(store)
  if (names.length > 1) names.sort()
  for (const name of names) text += `${name}=${recordKey(store[name] as IdempotencyRecord)},`
  const downstream = ledger.charges.map(charge => charge.key).filter(charged => charged !== null)
  return downstream.length === 0 ? text : `${text}|${downstream.sort().join()}`
}

/** A text for each immutable thing, made once. */
function remembered<T extends object>(make: (thing: T) => string): (thing: T) => string {
  const known = new WeakMap<T, string>()
  return thing => {
    const seen = known.get(thing)
    if (seen !== undefined) return seen
    const made = make(thing)
    known.set(thing, made)
    return made
  }
}

const settingsKey = remembered<object>(settings => Object.values(settings).join(' '))

/** Nothing undoes "paid". Before that, an old attempt that has no answer is the same whether it is waited for or not. */
const paymentKey = remembered<Payment>(({ amount, keys, card, attempts, belief, closed, gaveUp }) => {
  const head = `${amount} ${keys} ${card} ${closed ? 'c' : ''}${gaveUp ? 'g' : ''}${belief}`
  if (belief === 'paid') return head
  return `${head} ${attempts.map(outcome => (outcome === 'fail' ? 'f' : '-')).join('')}`
})

const messageKey = remembered<Message>(message => {
  const { payment, attempt, kind } = message
  // What an answer says is its status; what a request says hangs on its payment. A copy is as good as its original.
  if (kind === 'response') return `p${payment}.${attempt}=${message.answer.status}`
  return `p${payment}.${attempt}${message.duplicated ? '!' : '?'}`
})

/** Once it has arrived, a request is duplicated no more. */
const arrivedKey = ({ payment, attempt }: Message) => `p${payment}.${attempt}`

const workKey = remembered<Work>(
  ({ handler, message, results, asleep }) =>
    `${handler} ${arrivedKey(message)} ${results.map(resultKey).join('')}${asleep ? 'z' : ''}`,
)

function workerKey(worker: Worker, store: State['store']): string {
  const work = workOf(worker)
  if (!work) return worker === 'down' ? 'x' : '-'
  return holdsLock(work, store) ? `${workKey(work)}*` : workKey(work)
}

/** A lock's token names one of two copies; what matters is whether its holder still works. */
function holdsLock({ handler, message }: Work, store: State['store']): boolean {
  if (handler !== 'lock-check-outside') return false
  return Object.values(store).some(record => record.owner === message.id)
}

const recordKey = remembered<IdempotencyRecord>(
  ({ status, life, fingerprint, answer }) => `${status} ${life} ${fingerprint} ${answer?.status ?? ''}`,
)

/** What a result decides: whether a key was seen, and what of it; whether a charge was declined or failed. */
function resultKey(result: unknown): string {
  if (result === null || result === undefined) return '_'
  if (typeof result === 'boolean') return result ? 't' : 'f'
  if (typeof result === 'object' && 'declined' in result) {
    const { declined, failed } = result as StagedCharge
    return declined ? 'd' : failed ? 'e' : 'c'
  }
  const { differs, running, answer } = result as SeenKey
  return `${differs ? 'x' : ''}${running ? 'r' : 's'}${answer?.status ?? ''}`
}
