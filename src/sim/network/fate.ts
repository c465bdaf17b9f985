import type { Draws } from '../draw.ts'
import type { Settings } from '../scenario.ts'
import { latencyMs } from './latency.ts'
import type { Message } from './message.ts'

/** What the network does with a message: after how many milliseconds it arrives, is turned away, or is lost on the way. */
export interface Fate {
  readonly end: 'delivered' | 'refused' | 'lost'
  readonly afterMs: number
}

/** The share of its way after which a lost message dies lies between these, so that one sees it fly and die. */
const DIES = { from: 0.35, to: 0.65 } as const

/**
 * Draws a message's fate. It hangs on seed, payment, attempt and direction only: keys and strategy cannot change it. A
 * duplicate shares its original's fate and has a latency of its own.
 */
export function fateOf(message: Message, settings: Pick<Settings, FateSetting>, draws: Draws): Fate {
  const { payment, attempt } = message
  const request = message.kind === 'request'
  const latency = latencyMs(message, settings, draws)
  const probability = request ? settings.requestLoss : settings.responseLoss
  const lost = draws(request ? 'requestLoss' : 'responseLoss', payment, attempt) < probability
  if (lost) {
    const place = draws(request ? 'requestLossPlace' : 'responseLossPlace', payment, attempt)
    return { end: 'lost', afterMs: Math.floor(latency * (DIES.from + place * (DIES.to - DIES.from))) }
  }
  const refused =
    request && settings.rateLimit > 0 && draws('rateLimit', payment, attempt) < settings.rateLimit
  return { end: refused ? 'refused' : 'delivered', afterMs: latency }
}

type FateSetting = 'requestLoss' | 'responseLoss' | 'latency' | 'rateLimit'

/** Whether the network delivers a request twice, if it delivers it at all. */
export function isDuplicated(
  { kind, payment, attempt, copy }: Message,
  settings: Pick<Settings, 'duplicate'>,
  draws: Draws,
): boolean {
  if (kind !== 'request' || copy !== 1 || settings.duplicate === 0) return false
  return draws('duplication', payment, attempt) < settings.duplicate
}
