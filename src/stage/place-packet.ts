import type { Packet } from '../sim/index.ts'
import { LINGER_MS } from '../sim/index.ts'

/** A lost packet stutters for so long, then falls for so long, in virtual milliseconds. */
const STUTTER_MS = 160
const FALL_MS = 240

/**
 * Puts a packet where the playhead has it, through custom properties that the style sheet turns into a transform:
 * `--x` 0…1 along the wire from client to bank, `--shake` −1…1, `--fall` 0…1, `--gone` 0…1.
 */
export function placePacket(element: HTMLElement, { flight, fate, progress, endedMs }: Packet): void {
  const { style } = element
  const x = flight.kind === 'request' ? progress : 1 - progress
  style.setProperty('--x', x.toFixed(4))
  if (fate !== 'lost') return
  const stutter = endedMs < STUTTER_MS ? Math.sin((endedMs / STUTTER_MS) * Math.PI * 4) : 0
  const falling = Math.max(0, Math.min(1, (endedMs - STUTTER_MS) / FALL_MS))
  style.setProperty('--shake', stutter.toFixed(3))
  style.setProperty('--fall', (falling * falling).toFixed(3))
  style.setProperty('--gone', Math.min(1, endedMs / LINGER_MS.lost).toFixed(3))
}
