import type { Packet } from '../sim/index.ts'
import { LINGER_MS } from '../sim/index.ts'

/** A lost packet stutters for so long, then falls for so long, in virtual milliseconds. */
const STUTTER_MS = 160
const FALL_MS = 240

/** Where a packet stands all its flight when nothing may move. */
const HALFWAY = 0.5

/**
 * Puts a packet where the playhead has it, through custom properties that the style sheet turns into a transform:
 * `--x` 0…1 along the wire from client to bank, `--shake` −1…1, `--fall` 0…1, `--gone` 0…1. With `still` it stands
 * halfway while in flight and then at its end, without stutter and fall.
 */
export function placePacket(
  element: HTMLElement,
  { flight, fate, progress, endedMs }: Packet,
  still: boolean,
): void {
  const { style } = element
  const along = still && fate === 'in-flight' ? HALFWAY : progress
  const x = flight.kind === 'request' ? along : 1 - along
  style.setProperty('--x', x.toFixed(4))
  const lostMs = fate === 'lost' && !still ? endedMs : 0
  const stutter = lostMs < STUTTER_MS ? Math.sin((lostMs / STUTTER_MS) * Math.PI * 4) : 0
  const falling = Math.max(0, Math.min(1, (lostMs - STUTTER_MS) / FALL_MS))
  style.setProperty('--shake', stutter.toFixed(3))
  style.setProperty('--fall', (falling * falling).toFixed(3))
  style.setProperty('--gone', Math.min(1, lostMs / LINGER_MS.lost).toFixed(3))
}
