import type { Minor } from '../sim/index.ts'

// Made once: making it costs more than all it formats.
const WHOLE = new Intl.NumberFormat('en-US')

/** $100.00, and −$20.00 below zero. */
export function money(amount: Minor): string {
  const units = WHOLE.format(Math.floor(Math.abs(amount) / 100))
  const cents = String(Math.abs(amount) % 100).padStart(2, '0')
  return `${amount < 0 ? '−' : ''}$${units}.${cents}`
}

/** $100 where there are no cents, else $100.50. */
export function shortMoney(amount: Minor): string {
  return money(amount).replace(/\.00$/, '')
}

/** 4.6 s. */
export function seconds(ms: number): string {
  return `${(Math.floor(ms / 100) / 10).toFixed(1)} s`
}

/** 900 ms, 2.5 s, 5 min, 24 h. */
export function duration(ms: number): string {
  if (ms < 1000) return `${ms} ms`
  if (ms < 60_000) return `${ms / 1000} s`
  const minutes = ms / 60_000
  return minutes < 60 ? `${rounded(minutes)} min` : `${rounded(minutes / 60)} h`
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10
}

const TIMES = ['never', 'once', 'twice'] as const

/** once, twice, 3 times. */
export function times(count: number): string {
  return TIMES[count] ?? `${count} times`
}

/** Which time, with its article: a first, a second, a third, a 4th, an 8th. */
export function ordinal(n: number): string {
  const article = [8, 11, 18].includes(n) ? 'an' : 'a'
  return `${article} ${['', 'first', 'second', 'third'][n] ?? `${n}th`}`
}

const STATUS_WORDS: Readonly<Record<number, string>> = {
  200: 'OK',
  201: 'Created',
  400: 'Bad Request',
  402: 'Payment Required',
  409: 'Conflict',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
}

/** 201 Created (RFC 9110; 402 as the payment world uses it). */
export function statusLine(status: number): string {
  return `${status} ${STATUS_WORDS[status] ?? ''}`.trim()
}

/** The first eight digits of a UUID: enough to tell keys apart at a glance. */
export function shortKey(uuid: string): string {
  return `${uuid.slice(0, 8)}…`
}

export function percent(probability: number): string {
  return `${rounded(probability * 100)}%`
}

/** How much of all answers is lost, as one says it; or that no request gets through, where none does. */
export function lossInWords(probability: number, ofRequests = 0): string {
  if (ofRequests === 1) return 'No request ever arrives.'
  if (probability === 0) return 'Every answer arrives.'
  if (probability === 1) return 'No answer ever arrives.'
  if (probability === 0.5) return 'Half of all answers never arrive.'
  return `${percent(probability)} of all answers never arrive.`
}
