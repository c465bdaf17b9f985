import type { Choice } from '../choice.ts'
import type { Payment } from '../client/payment.ts'
import type { EventKind, TraceEvent } from '../event.ts'
import type { IdempotencyRecord, KeyName } from '../idempotency/record.ts'
import { recordsOf } from '../idempotency/store.ts'
import { chargesOf } from '../ledger/account.ts'
import type { Minor } from '../ledger/money.ts'
import { type MessageId, messageId } from '../network/message.ts'
import { DEFAULT_SETTINGS, type Settings } from '../scenario.ts'
import { workOf } from '../server/worker.ts'
import { openPayment, type State, type WorldSettings } from '../state.ts'
import { Recorder } from '../trace/recorder.ts'
import type { Trace } from '../trace/trace.ts'

/** A world without a clock and without luck: the test says what happens next. A millisecond passes with every choice. */
export class Scene {
  readonly #recorder: Recorder
  #now = 0

  constructor(settings: Partial<Settings> = {}) {
    this.#recorder = new Recorder({ ...DEFAULT_SETTINGS, ...settings })
  }

  get state(): State {
    return this.#recorder.state
  }

  get trace(): Trace {
    return this.#recorder.finish()
  }

  /** @throws Error when the choice may not happen */
  take(choice: Choice): this {
    if (!this.#recorder.take(this.#now, choice)) throw new Error(`May not happen: ${JSON.stringify(choice)}`)
    this.#now += 1
    return this
  }

  /** The Pay button: opens a payment, or sends the open one again. */
  pay(amount: Minor = this.state.settings.amount): this {
    const payment = openPayment(this.state)
    if (!payment) return this.take({ kind: 'pay', amount })
    return this.take({
      kind: 'retry',
      by: 'person',
      payment,
      attempt: this.payment(payment).attempts.length + 1,
    })
  }

  newPayment(): this {
    return this.take({ kind: 'newPayment' })
  }

  configure(settings: Partial<WorldSettings>): this {
    return this.take({ kind: 'configure', settings })
  }

  timeout(payment: number, attempt: number): this {
    return this.take({ kind: 'timeout', payment, attempt })
  }

  lose(message: MessageId): this {
    return this.take({ kind: 'lose', message, by: 'network' })
  }

  deliver(message: MessageId): this {
    return this.take({ kind: 'deliver', message })
  }

  /** Whoever works on a payment's attempt does its next operation. */
  step(payment: number, attempt: number): this {
    return this.take({ kind: 'step', worker: this.#workerOf(payment, attempt) })
  }

  /** The request arrives and is worked on until its answer is on the wire. */
  serve(payment: number, attempt: number): this {
    this.deliver(messageId(payment, attempt, 'request'))
    while (this.#workerOf(payment, attempt) >= 0) this.step(payment, attempt)
    return this
  }

  /** The request is served and its answer arrives. */
  complete(payment: number, attempt: number): this {
    return this.serve(payment, attempt).deliver(messageId(payment, attempt, 'response'))
  }

  payment(payment: number): Payment {
    const found = this.state.payments[payment - 1]
    if (!found) throw new Error(`There is no payment ${payment}.`)
    return found
  }

  /** The record of a key, the one that was written first if there are several. */
  record(key: KeyName): IdempotencyRecord | undefined {
    return recordsOf(this.state, key)[0]
  }

  charges(payment: number): number {
    return chargesOf(this.state.ledger, payment)
  }

  /** The answer an attempt was sent, as it was printed. */
  answer(payment: number, attempt: number): TraceEvent['response'] {
    const id = messageId(payment, attempt, 'response')
    return this.events('response.sent').find(event => event.message === id)?.response
  }

  events(kind: EventKind): TraceEvent[] {
    return this.trace.events.filter(event => event.kind === kind)
  }

  #workerOf(payment: number, attempt: number): number {
    return this.state.workers.findIndex(worker => {
      const message = workOf(worker)?.message
      return message?.payment === payment && message.attempt === attempt
    })
  }
}
