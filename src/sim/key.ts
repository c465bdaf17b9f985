import type { Payment } from './client/payment.ts'
import type { IdempotencyRecord } from './idempotency/record.ts'
import { chargeCounts } from './ledger/account.ts'
import type { Message } from './network/message.ts'
import type { SeenKey, StagedCharge } from './server/operation.ts'
import { type Work, type Worker, workOf } from './server/worker.ts'
import type { State } from './state.ts'

/**
 * A text that two states share only if the same may still happen and the same verdicts may still be reached.
 * Not a serialisation: charge ids, which of two copies or workers is which unless each has a memory of its own, and outcomes that no longer decide anything
 * are left out.
 */
export function key(state: State): string {
  const { payments, wires, inbox, workers, store, ledger } = state
  const counts = chargeCounts(ledger)
  let text = settingsKey(state.settings)
  for (let number = 1; number <= payments.length; number += 1) {
    const payment = payments[number - 1] as Payment
    text += `|${paymentKey(payment)} ${counts[number] ?? 0}`
  }
  const own = state.settings.memory === 'per-instance'
  const flying = wires.map(message => messageKey(message, own))
  if (flying.length > 1) flying.sort()
  text += `|${flying.join()}|`
  for (const message of inbox) text += arrivedKey(message)
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

const shorts = new Map<string, string>()

/** A short name for a long text, always the same within a process: exact, where a hash would not be. */
function short(text: string): string {
  const known = shorts.get(text)
  if (known !== undefined) return known
  const made = shorts.size.toString(36)
  shorts.set(text, made)
  return made
}

const settingsTexts = new WeakMap<object, string>()

/** All settings of a run are one object, and there are many of them: they are put into words once. */
function settingsKey(settings: object): string {
  const known = settingsTexts.get(settings)
  if (known !== undefined) return known
  const made = short(Object.values(settings).join(' '))
  settingsTexts.set(settings, made)
  return made
}

/** Nothing undoes "paid". Before that, an old attempt that has no answer is the same whether it is waited for or not. */
function paymentKey({ amount, keys, card, attempts, belief, closed, gaveUp }: Payment): string {
  const head = `${amount} ${keys} ${card} ${closed ? 'c' : ''}${gaveUp ? 'g' : ''}${belief}`
  if (belief === 'paid') return head
  let outcomes = ''
  for (const outcome of attempts) outcomes += outcome === 'fail' ? 'f' : '-'
  return `${head} ${outcomes}`
}

function messageKey(message: Message, own: boolean): string {
  // What an answer says is its status; what a request says hangs on its payment.
  if (message.kind === 'response') return `${arrivedKey(message)}=${message.answer.status}`
  // A copy is as good as its original, unless it is balanced to another instance.
  const which = own ? message.copy : ''
  return `${arrivedKey(message)}${message.duplicated ? '!' : '?'}${which}`
}

/** Once it has arrived, a request is duplicated no more. */
function arrivedKey({ payment, attempt }: Message): string {
  return `p${payment}.${attempt}`
}

function workKey({ handler, message, results, asleep }: Work): string {
  let text = `${handler} ${arrivedKey(message)} `
  for (const result of results) text += resultKey(result)
  return asleep ? `${text}z` : text
}

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

function recordKey({ status, life, fingerprint, answer }: IdempotencyRecord): string {
  return `${status} ${life} ${short(fingerprint)} ${answer?.status ?? ''}`
}

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
