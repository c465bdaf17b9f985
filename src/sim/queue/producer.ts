/**
 * A producer and its broker. Facts: Apache Kafka documentation, "Message Delivery Semantics", and KIP-98: with
 * `enable.idempotence` the broker keeps the last sequence number of each producer id and drops what it has appended.
 */

interface Entry {
  readonly producer: number
  readonly sequence: number
  readonly payment: string
}

export interface ProducerState {
  readonly isIdempotent: boolean
  /** The broker gave it this id when it started. */
  readonly producer: number
  readonly nextSequence: number
  /** The batch whose acknowledgement was lost: the client will send it again by itself. */
  readonly unacknowledged: Entry | null
  /** What consumers will read. */
  readonly log: readonly Entry[]
}

/**
 * `send`: the application sends payment 1, and the acknowledgement is lost. `retry`: the client sends the same batch
 * again. `send-again`: the application, having heard nothing, sends payment 1 once more. `restart`: the process starts anew.
 */
export type ProducerChoice = 'send' | 'retry' | 'send-again' | 'restart'

/** What the broker did with a batch. */
export type Appended = 'appended' | 'dropped' | 'nothing'

/** How many batches a lab may send. */
const MAX_LOG = 8

export function openProducer(isIdempotent: boolean): ProducerState {
  return { isIdempotent, producer: 1, nextSequence: 0, unacknowledged: null, log: [] }
}

export function producerChoices({ log, unacknowledged }: ProducerState): ProducerChoice[] {
  const hasRoom = log.length < MAX_LOG
  if (log.length === 0) return ['send']
  return [
    ...(unacknowledged && hasRoom ? (['retry'] as const) : []),
    ...(hasRoom ? (['send-again'] as const) : []),
    'restart',
  ]
}

/** The state after a choice, and what the broker did; null for one that may not be made. */
export function applyToProducer(
  state: ProducerState,
  choice: ProducerChoice,
): { state: ProducerState; broker: Appended } | null {
  if (!producerChoices(state).includes(choice)) return null
  if (choice === 'restart') {
    // Without a transactional.id a new process gets a new producer id, and its sequence begins anew.
    const producer = state.producer + 1
    return { state: { ...state, producer, nextSequence: 0, unacknowledged: null }, broker: 'nothing' }
  }
  const { producer, nextSequence, unacknowledged } = state
  if (choice === 'retry' && unacknowledged) return append({ ...state, unacknowledged: null }, unacknowledged)
  const entry = { producer, sequence: nextSequence, payment: 'payment 1' }
  return append({ ...state, nextSequence: nextSequence + 1, unacknowledged: entry }, entry)
}

function append(state: ProducerState, entry: Entry): { state: ProducerState; broker: Appended } {
  const isKnown = state.log.some(
    ({ producer, sequence }) => producer === entry.producer && sequence === entry.sequence,
  )
  if (state.isIdempotent && isKnown) return { state, broker: 'dropped' }
  return { state: { ...state, log: [...state.log, entry] }, broker: 'appended' }
}
