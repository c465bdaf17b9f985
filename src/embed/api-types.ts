import type { EventKind, Input, Settings, TraceEvent } from '../sim/index.ts'

/** `getState()`: plain JSON, times in virtual milliseconds, money in integer minor units. */
export interface PublicState {
  seed: number
  timeMs: number
  endMs: number
  /** The id of the newest event, −1 before the first. */
  eventId: number
  status: 'idle' | 'running' | 'paused'
  settings: Settings
  balance: number
  expectedBalance: number
  payments: PublicPayment[]
  violations: { promise: string; payment: string; eventId: number }[]
}

export interface PublicPayment {
  id: string
  amount: number
  attempts: number
  charges: number
  belief: 'waiting' | 'unknown' | 'paid' | 'failed'
}

export interface WaitOptions {
  payment?: string
  attempt?: number
  /** Only events with an id above this count; −1, all of them. */
  afterId?: number
  /** Wall-clock milliseconds, 10,000 by default. */
  timeoutMs?: number
}

/** What `on` can listen to: an event kind, `event` for any of them, `state` for every change of the state. */
export type Topic = EventKind | 'event' | 'state'

/** `window.doubleCharge`: version 1 of the public contract. It only ever grows. */
export interface DoubleCharge {
  readonly version: 1
  readonly ready: Promise<void>
  pay(options?: { amount?: number }): void
  newPayment(): void
  dropMessage(messageId: string): void
  configure(settings: Partial<Settings>): void
  load(session: { settings?: Partial<Settings>; inputs?: Input[] }): void
  rerun(settings: Partial<Settings>): void
  reset(): void
  undo(): void
  redo(): void
  play(): void
  pause(): void
  step(): void
  stepBack(): void
  seek(ms: number): void
  advance(ms: number): void
  runToEnd(): Promise<PublicState>
  getState(): PublicState
  getTrace(): TraceEvent[]
  traceHash(): string
  permalink(): string
  waitFor(kind: string, options?: WaitOptions): Promise<TraceEvent>
  on(type: string, listener: (event: TraceEvent | PublicState) => void): () => void
  caption(text: string | null): void
}

declare global {
  interface Window {
    doubleCharge: DoubleCharge
  }
}
