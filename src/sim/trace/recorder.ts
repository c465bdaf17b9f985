import { CHECKERS } from '../checkers/checkers.ts'
import type { Choice } from '../choice.ts'
import { type Draws, drawsOf } from '../draw.ts'
import type { ProtoEvent, Ref, TraceEvent } from '../event.ts'
import { LIMITS, LimitError } from '../limits.ts'
import { latencyMs } from '../network/latency.ts'
import type { Message } from '../network/message.ts'
import type { Settings } from '../scenario.ts'
import { workerName } from '../server/worker.ts'
import { openingState, type State } from '../state.ts'
import { apply } from '../world.ts'
import { type Printer, printerOf } from './printer.ts'
import type { Flight, Step, Trace } from './trace.ts'

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
  readonly #flights = new Map<string, Flight>()
  readonly #newest = new Map<Ref, number[]>()
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

  /** Takes a choice at a time not before the last one; null when it may not happen now. */
  take(at: number, choice: Choice): Step | null {
    const applied = apply(this.#state, choice)
    if (!applied) return null
    const [state, told] = applied
    this.#state = state
    const first = this.#events.length
    for (const proto of told) this.#record(at, proto)
    for (const proto of this.#askCheckers(state)) this.#record(at, proto)
    const step = { at, choice, state, events: this.#events.slice(first) }
    this.#steps.push(step)
    return step
  }

  finish(): Trace {
    return {
      settings: this.#settings,
      opening: this.#opening,
      steps: this.#steps,
      events: this.#events,
      flights: [...this.#flights.values()],
      endMs: this.#steps.at(-1)?.at ?? 0,
    }
  }

  #record(at: number, proto: ProtoEvent): void {
    const id = this.#events.length
    if (id >= LIMITS.events) throw new LimitError('events', 'This session makes too many events')
    const cause = new Set<number>()
    for (const ref of proto.cause) for (const earlier of this.#newest.get(ref) ?? []) cause.add(earlier)
    for (const ref of proto.marks) {
      // A payment's charges stay together: a broken promise points at all of them.
      const kept = ref.startsWith('charge ') ? (this.#newest.get(ref) ?? []) : []
      this.#newest.set(ref, [...kept, id])
    }
    this.#events.push({
      id,
      at,
      actor: proto.actor,
      kind: proto.kind,
      ...(proto.payment ? { payment: `p${proto.payment}` } : {}),
      ...(proto.attempt ? { attempt: proto.attempt } : {}),
      ...(proto.message ? { message: proto.message } : {}),
      ...(proto.worker === undefined ? {} : { worker: workerName(proto.worker) }),
      cause: [...cause].sort((a, b) => a - b),
      ...this.#printed(id, at, proto),
    })
  }

  /** The HTTP message where there is one, and the data. A sent message also gets its latency here, and its flight. */
  #printed(id: number, at: number, proto: ProtoEvent): Pick<TraceEvent, 'request' | 'response' | 'data'> {
    const { kind, data } = proto
    if (!proto.message) return data ? { data } : {}
    if (kind === 'attempt.sent' || kind === 'response.sent') {
      const message = this.#onWire(proto.message)
      const latency = latencyMs(message, this.#state.settings, this.draws)
      this.#depart(id, at, message, latency, proto)
      return { ...this.#http(message), data: { ...data, latencyMs: latency } }
    }
    if (kind !== 'handler.started') this.#arrive(at, proto)
    const sent = this.#events[this.#flights.get(proto.message)?.sentId ?? -1]
    const http = kind === 'handler.started' ? {} : { ...pick(sent, 'request'), ...pick(sent, 'response') }
    return { ...http, ...(data ? { data } : {}) }
  }

  #onWire(id: string): Message {
    const message = this.#state.wires.find(candidate => candidate.id === id)
    if (!message) throw new Error(`Message ${id} was sent but is on no wire.`)
    return message
  }

  #http(message: Message): Pick<TraceEvent, 'request' | 'response'> {
    return message.kind === 'request'
      ? { request: this.#printer.request(message) }
      : { response: this.#printer.response(message) }
  }

  #depart(id: number, at: number, message: Message, latency: number, proto: ProtoEvent): void {
    this.#flights.set(message.id, {
      message: message.id,
      kind: message.kind,
      payment: message.payment,
      attempt: message.attempt,
      key: message.key,
      uuid: message.key === null ? null : this.#printer.uuid(message.key),
      answer: message.kind === 'response' ? message.answer : null,
      charge: Number(proto.data?.charge ?? 0),
      sentAt: at,
      latencyMs: latency,
      endAt: Number.POSITIVE_INFINITY,
      end: 'none',
      late: false,
      sentId: id,
    })
  }

  #arrive(at: number, proto: ProtoEvent): void {
    const flight = this.#flights.get(proto.message ?? '')
    if (!flight) return
    const end = proto.kind === 'request.lost' || proto.kind === 'response.lost' ? 'lost' : 'delivered'
    this.#flights.set(flight.message, { ...flight, endAt: at, end, late: proto.data?.late === true })
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

function pick<K extends 'request' | 'response'>(event: TraceEvent | undefined, name: K): Pick<TraceEvent, K> {
  return event?.[name] ? ({ [name]: event[name] } as Pick<TraceEvent, K>) : ({} as Pick<TraceEvent, K>)
}
