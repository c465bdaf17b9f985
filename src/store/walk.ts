import { createStore, type StoreApi } from 'zustand/vanilla'
import {
  type Choice,
  choices,
  DEFAULT_SETTINGS,
  replayChoices,
  type State,
  type StrategyId,
  type Trace,
  type TraceEvent,
} from '../sim/index.ts'

/** What one may choose in a walk: what becomes of a worker, or of a lease, and to send the payment once more. */
export type Move =
  | { readonly kind: 'step' | 'crash' | 'restart'; readonly worker: number }
  | { readonly kind: 'expire' | 'again' }

export interface WalkState {
  readonly strategy: StrategyId
  /** The moves that were made. */
  readonly moves: readonly Move[]
  readonly trace: Trace
  /** How many events the last move told. */
  readonly news: number
}

/** One payment, sent twice with one key; both requests have arrived, and none of the bank's code has run. */
const OPENING: readonly Choice[] = [
  { kind: 'pay', amount: DEFAULT_SETTINGS.amount },
  { kind: 'retry', by: 'person', payment: 1, attempt: 2 },
  { kind: 'deliver', message: 'p1.a1.request' },
  { kind: 'deliver', message: 'p1.a2.request' },
]

/**
 * The world without a clock: who walks through it says what happens next, one choice at a time. The network is kept out
 * of it: what is sent arrives.
 */
export class Walk {
  readonly store: StoreApi<WalkState>
  /** The choices of each move, its own and those that follow of themselves. */
  #taken: readonly (readonly Choice[])[] = []

  constructor(strategy: StrategyId) {
    this.store = createStore(() => walked(strategy, [], []))
  }

  /** Makes a move; one that may not be made now changes nothing. */
  take(move: Move): void {
    const { strategy, moves, trace } = this.store.getState()
    const state = endOf(trace)
    const first = choicesOf(state, move)
    if (!first) return
    const taken = [...this.#taken, withDeliveries(strategy, [...this.#taken.flat(), ...first], first)]
    this.#show(strategy, [...moves, move], taken)
  }

  undo(): void {
    const { strategy, moves } = this.store.getState()
    this.#show(strategy, moves.slice(0, -1), this.#taken.slice(0, -1))
  }

  /** From the opening on, under the same or another strategy. */
  restart(strategy: StrategyId = this.store.getState().strategy): void {
    this.#show(strategy, [], [])
  }

  #show(strategy: StrategyId, moves: readonly Move[], taken: readonly (readonly Choice[])[]): void {
    this.#taken = taken
    this.store.setState(walked(strategy, moves, taken))
  }
}

function walked(
  strategy: StrategyId,
  moves: readonly Move[],
  taken: readonly (readonly Choice[])[],
): WalkState {
  const before = traceOf(strategy, taken.slice(0, -1).flat())
  const trace = traceOf(strategy, taken.flat())
  return { strategy, moves, trace, news: trace.events.length - before.events.length }
}

function traceOf(strategy: StrategyId, taken: readonly Choice[]): Trace {
  const settings = { ...DEFAULT_SETTINGS, keys: 'per-payment', server: strategy } as const
  return replayChoices(
    settings,
    [...OPENING, ...taken].map(choice => ({ choice })),
  )
}

/** Answers that are on a wire arrive of themselves, as parts of the move that sent them. */
function withDeliveries(
  strategy: StrategyId,
  taken: readonly Choice[],
  move: readonly Choice[],
): readonly Choice[] {
  const { wires } = endOf(traceOf(strategy, taken))
  return [...move, ...wires.map(({ id }): Choice => ({ kind: 'deliver', message: id }))]
}

/** The choices a move is made of; null where it may not be made. */
function choicesOf(state: State, move: Move): readonly Choice[] | null {
  if (!movesOf(state).some(each => isSame(each, move))) return null
  switch (move.kind) {
    case 'again': {
      const attempt = (state.payments[0]?.attempts.length ?? 0) + 1
      // Its request arrives of itself, as an answer does.
      return [{ kind: 'retry', by: 'person', payment: 1, attempt }]
    }
    case 'expire':
      return leasesOf(state).map(record => ({ kind: 'expire', record }))
    default:
      return [move]
  }
}

const isSame = (one: Move, other: Move) => JSON.stringify(one) === JSON.stringify(other)

/** The names of what is held until its lease runs out. */
function leasesOf({ store }: State): string[] {
  return Object.keys(store).filter(record => store[record]?.life === 'lease')
}

/** What a walk may go on with. */
export function movesOf(state: State): Move[] {
  const all = choices(state)
  const moves = all.filter(
    choice => choice.kind === 'step' || choice.kind === 'crash' || choice.kind === 'restart',
  ) as Move[]
  if (leasesOf(state).length > 0) moves.push({ kind: 'expire' })
  const maySend = all.some(choice => choice.kind === 'retry' && choice.by === 'person')
  // A worker must be free, and nobody may be waiting for one: who presses again has waited.
  const isFree = state.workers.some(worker => worker === null)
  if (maySend && isFree) moves.push({ kind: 'again' })
  return moves
}

/** The world at the end of a trace. */
export function endOf({ steps, opening }: Trace): State {
  return steps.at(-1)?.state ?? opening
}

/** What the last move told. */
export function newsOf({ trace, news }: WalkState): readonly TraceEvent[] {
  return news > 0 ? trace.events.slice(-news) : []
}
