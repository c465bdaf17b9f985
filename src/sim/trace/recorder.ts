import { CHECKERS } from '../checkers/checkers.ts'
import type { Choice } from '../choice.ts'
import { type Draws, drawsOf } from '../draw.ts'
import type { EventKind, ProtoEvent, Ref, TraceEvent } from '../event.ts'
import { LIMITS, LimitError } from '../limits.ts'
import { latencyMs } from '../network/latency.ts'
import type { Message } from '../network/message.ts'
import type { Settings } from '../scenario.ts'
import { workerName } from '../server/worker.ts'
import { openingState, type State } from '../state.ts'
import { apply } from '../world.ts'
import { type Printer, printerOf } from './printer.ts'
import type { Flight, Step, Trace } from './trace.ts'

/** What puts a message on a wire. */
const DEPARTS: readonly EventKind[] = ['attempt.sent', 'request.duplicated', 'response.sent']

/** A step as the world told it: what a driver goes on from. */
export interface Taken {
  readonly told: readonly ProtoEvent[]
  readonly before: State
  readonly state: State
}

/** An event while it is written. */
type Draft = { -readonly [Field in keyof TraceEvent]: TraceEvent[Field] }

/**
 * Makes a trace out of choices: applies each to the world, stamps what is told of it with id, time and causes, prints
 * the messages, and asks the checkers after every step.
 */
export class Recorder {
  readonly draws: Draws
  #state: State
  readonly #settings: Settings
  readonly #opening: State
  readonly #printer: Printer
  readonly #steps: Step[] = []
  readonly #events: TraceEvent[] = []
  readonly #flights = new Map<string, Omit<Flight, 'lateFrom'>>()
  readonly #newest = new Map<Ref, readonly number[]>()
  /** Since when the client has not waited for an attempt any more; of those it gave up waiting for. */
  readonly #gaveUpAt = new Map<string, number>()
  /** For each checker the payments it is already known to be broken for: a broken promise is told once. */
  readonly #broken = CHECKERS.map(checker => ({ checker, known: new Set<number>() }))

  constructor(settings: Settings) {
    const { seed, ...world } = settings
    this.#settings = settings
    this.#opening = openingState(world)
    this.#state = this.#opening
    this.draws = drawsOf(seed)
    this.#printer = printerOf(seed)
  }

  get state(): State {
    return this.#state
  }

  /** Takes a choice at a time not before the last one, and says what was told of it; null when it may not happen now. */
  take(at: number, choice: Choice): Taken | null {
    const before = this.#state
    const applied = apply(before, choice)
    if (!applied) return null
    const [state, told] = applied
    this.#state = state
    const first = this.#events.length
    for (const proto of told) {
      this.#giveUp(at, proto, before)
      this.#record(at, proto)
    }
    for (const proto of this.#askCheckers(state)) this.#record(at, proto)
    this.#steps.push({ at, choice, state, events: this.#events.slice(first) })
    return { told, before, state }
  }

  finish(): Trace {
    return {
      settings: this.#settings,
      opening: this.#opening,
      steps: this.#steps,
      events: this.#events,
      flights: [...this.#flights.values()].map(flight => ({ ...flight, lateFrom: this.#lateFrom(flight) })),
      endMs: this.#steps.at(-1)?.at ?? 0,
    }
  }

  /** Notes for which attempts the client stops waiting; of one that was answered, if only by a 409, it is none. */
  #giveUp(at: number, { kind, payment = 0, attempt = 0 }: ProtoEvent, { payments }: State): void {
    if (kind === 'attempt.timedOut') this.#gaveUpAt.set(`${payment}.${attempt}`, at)
    if (kind !== 'payment.closed') return
    for (const [index, outcome] of payments[payment - 1]?.attempts.entries() ?? []) {
      if (outcome === 'pending') this.#gaveUpAt.set(`${payment}.${index + 1}`, at)
    }
  }

  #lateFrom({ payment = 0, attempt = 0 }: { payment?: number; attempt?: number }): number {
    return this.#gaveUpAt.get(`${payment}.${attempt}`) ?? Number.POSITIVE_INFINITY
  }

  #record(at: number, proto: ProtoEvent): void {
    const id = this.#events.length
    if (id >= LIMITS.events) throw new LimitError('events', 'This session makes too many events')
    const event: Draft = { id, at, actor: proto.actor, kind: proto.kind, cause: this.#idsOf(proto.cause) }
    for (const ref of proto.marks) this.#mark(ref, id)
    if (proto.payment) event.payment = `p${proto.payment}`
    if (proto.attempt) event.attempt = proto.attempt
    if (proto.message) event.message = proto.message
    if (proto.worker !== undefined) event.worker = workerName(proto.worker)
    this.#print(event, proto)
    this.#events.push(event)
  }

  /** The events that the names stand for now, in order and each once. */
  #idsOf(refs: readonly Ref[]): readonly number[] {
    const ids: number[] = []
    for (const ref of refs) {
      for (const id of this.#newest.get(ref) ?? []) if (!ids.includes(id)) ids.push(id)
    }
    return ids.length > 1 ? ids.sort((a, b) => a - b) : ids
  }

  #mark(ref: Ref, id: number): void {
    // A payment's charges stay together: a broken promise points at all of them.
    const kept = ref.startsWith('charge ') ? this.#newest.get(ref) : undefined
    this.#newest.set(ref, kept ? [...kept, id] : [id])
  }

  /** Adds the HTTP message where there is one, and the data. A sent message also gets its latency here, and its flight. */
  #print(event: Draft, proto: ProtoEvent): void {
    const { kind, data, message: name } = proto
    if (data) event.data = data
    if (!name || kind === 'handler.started') return
    if (DEPARTS.includes(kind)) {
      const message = this.#onWire(name)
      const latency = latencyMs(message, this.#state.settings, this.draws)
      event.data = { ...data, latencyMs: latency }
      if (message.kind === 'request') event.request = this.#printer.request(message)
      else event.response = this.#printer.response(message)
      this.#depart(event, message, latency)
      return
    }
    const sent = this.#arrive(event)
    if (kind === 'response.delivered') event.data = { late: this.#lateFrom(proto) <= event.at }
    if (sent?.request) event.request = sent.request
    if (sent?.response) event.response = sent.response
  }

  #onWire(id: string): Message {
    const message = this.#state.wires.find(candidate => candidate.id === id)
    if (!message) throw new Error(`Message ${id} was sent but is on no wire.`)
    return message
  }

  #depart({ id, at, data }: Draft, message: Message, latency: number): void {
    this.#flights.set(message.id, {
      message: message.id,
      kind: message.kind,
      payment: message.payment,
      attempt: message.attempt,
      copy: message.copy,
      key: message.key,
      uuid: message.key === null ? null : this.#printer.uuid(message.key),
      answer: message.kind === 'response' ? message.answer : null,
      charge: Number(data?.charge ?? 0),
      sentAt: at,
      latencyMs: latency,
      endAt: Number.POSITIVE_INFINITY,
      end: 'none',
      sentId: id,
    })
  }

  /** Ends the message's flight; the event that had sent it. */
  #arrive({ at, kind, message = '' }: Draft): TraceEvent | undefined {
    const flight = this.#flights.get(message)
    if (!flight) return undefined
    const end = kind === 'request.lost' || kind === 'response.lost' ? 'lost' : 'delivered'
    this.#flights.set(message, { ...flight, endAt: at, end })
    return this.#events[flight.sentId]
  }

  #askCheckers(state: State): ProtoEvent[] {
    const told: ProtoEvent[] = []
    for (const { checker, known } of this.#broken) {
      for (const payment of checker.broken(state)) {
        if (known.has(payment)) continue
        known.add(payment)
        told.push({
          actor: 'checker',
          kind: 'promise.broken',
          ...(payment ? { payment } : {}),
          cause: checker.causes(payment),
          marks: [],
          data: { promise: checker.promise },
        })
      }
    }
    return told
  }
}
