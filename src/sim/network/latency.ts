import type { Draws } from '../draw.ts'
import type { Span } from '../scenario.ts'
import type { Message } from './message.ts'

interface Ends {
  readonly minMs: number
  readonly maxMs: number
}

/** A run asks for the same span with every message, and reading it takes longer than the draw. */
let latest: { readonly span: Span; readonly ends: Ends } | null = null

/** The two ends of a span of milliseconds written "min-max". */
export function spanOf(span: Span): Ends {
  if (latest?.span === span) return latest.ends
  const dash = span.indexOf('-')
  const ends = { minMs: Number(span.slice(0, dash)), maxMs: Number(span.slice(dash + 1)) }
  latest = { span, ends }
  return ends
}

/** Whole milliseconds a message takes one way, drawn evenly from the setting's span. */
export function latencyMs(message: Message, settings: { readonly latency: Span }, draws: Draws): number {
  const { minMs, maxMs } = spanOf(settings.latency)
  const purpose = message.kind === 'request' ? 'requestLatency' : 'responseLatency'
  const { payment, attempt, copy } = message
  const chance = copy === 1 ? draws(purpose, payment, attempt) : draws(purpose, payment, attempt, copy)
  return minMs + Math.floor(chance * (maxMs - minMs + 1))
}
