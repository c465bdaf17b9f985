import type { Draws } from '../draw.ts'
import type { Settings } from '../scenario.ts'
import { latencyMs } from './latency.ts'
import type { Message } from './message.ts'

/** What the network does with a message: after how many milliseconds it arrives, or is lost on the way. */
export interface Fate {
  readonly lost: boolean
  readonly afterMs: number
}

/** The share of its way after which a lost message dies lies between these, so that one sees it fly and die. */
const DIES = { from: 0.35, to: 0.65 } as const

/** Draws a message's fate. It hangs on seed, payment, attempt and direction only: keys and strategy cannot change it. */
export function fateOf(message: Message, settings: Pick<Settings, FateSetting>, draws: Draws): Fate {
  const request = message.kind === 'request'
  const latency = latencyMs(message, settings, draws)
  const probability = request ? settings.requestLoss : settings.responseLoss
  const lost = draws(request ? 'requestLoss' : 'responseLoss', message.payment, message.attempt) < probability
  if (!lost) return { lost, afterMs: latency }
  const place = draws(request ? 'requestLossPlace' : 'responseLossPlace', message.payment, message.attempt)
  return { lost, afterMs: Math.floor(latency * (DIES.from + place * (DIES.to - DIES.from))) }
}

type FateSetting = 'requestLoss' | 'responseLoss' | 'latency'
